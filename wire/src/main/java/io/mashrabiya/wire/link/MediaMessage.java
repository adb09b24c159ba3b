package io.mashrabiya.wire.link;

import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.util.Optional;

/// A binary message of a media link (formats, section 8). Whose it is follows from the link, never
/// from the message.
public sealed interface MediaMessage {
  /// The longest message: a frame with what goes before it.
  int MAX_BYTES = 1 + CameraId.SIZE_BYTES + SealedFrame.MAX_BYTES;

  byte[] bytes();

  static MediaMessage parse(byte[] message) throws Malformed {
    var reader = new ByteReader("media", message);
    int type = reader.u8();
    MediaMessage parsed =
        switch (type) {
          case 0 ->
              new Ticket(
                  new io.mashrabiya.wire.keys.Ticket(
                      reader.take(io.mashrabiya.wire.keys.Ticket.SIZE_BYTES)));
          case 1 -> new Frame(CameraId.read(reader), SealedFrame.parse(reader.rest()));
          case 2 -> new Acknowledgement(reader.u63());
          case 3 -> new Subscribe(CameraId.read(reader), Kid.of(reader.u63()), reader.u32());
          case 4 -> Unsubscribe.read(reader);
          case 5 -> new Carries(reader.u32());
          default -> throw new Malformed("media.type", 0);
        };
    reader.end();
    return parsed;
  }

  /// Opens the link.
  record Ticket(io.mashrabiya.wire.keys.Ticket ticket) implements MediaMessage {
    @Override
    public byte[] bytes() {
      return new ByteWriter(1 + io.mashrabiya.wire.keys.Ticket.SIZE_BYTES)
          .u8(0)
          .put(ticket.bytes())
          .finish();
    }
  }

  record Frame(CameraId camera, SealedFrame frame) implements MediaMessage {
    /// The camera that a message names, when it is a frame as far as that; the envelope after it
    /// may be anything but nothing.
    public static Optional<CameraId> addressee(byte[] message) {
      try {
        var reader = new ByteReader("media", message);
        boolean isFrame = reader.u8() == 1;
        var camera = CameraId.read(reader);
        return isFrame && reader.remaining() > 0 ? Optional.of(camera) : Optional.empty();
      } catch (Malformed e) {
        return Optional.empty();
      }
    }

    @Override
    public byte[] bytes() {
      return new ByteWriter(1 + CameraId.SIZE_BYTES + frame.envelope().length)
          .u8(1)
          .put(camera.bytes())
          .put(frame.envelope())
          .finish();
    }
  }

  /// How many frames came on this socket so far: the sender keeps the rest in flight within its
  /// window.
  record Acknowledgement(long frames) implements MediaMessage {
    @Override
    public byte[] bytes() {
      return new ByteWriter(9).u8(2).u64(frames).finish();
    }
  }

  /// Send this track from this key's first number on, and every later epoch of it.
  record Subscribe(CameraId camera, Kid kid, long first) implements MediaMessage {
    @Override
    public byte[] bytes() {
      return new ByteWriter(1 + CameraId.SIZE_BYTES + 12)
          .u8(3)
          .put(camera.bytes())
          .u64(kid.value())
          .u32(first)
          .finish();
    }
  }

  /// So much your line carries, as far as acknowledgements tell. The relay's word alone: it decides
  /// nothing but how much is sent.
  ///
  /// @param bitsPerSecond up to [#MOST]; 0 when it has shown no limit
  record Carries(long bitsPerSecond) implements MediaMessage {
    public static final long MOST = 0xFFFF_FFFFL;

    /// Whether a message is such a word, which counts as no frame and is not acknowledged.
    public static boolean isOne(byte[] message) {
      return message.length > 0 && message[0] == 5;
    }

    @Override
    public byte[] bytes() {
      return new ByteWriter(5).u8(5).u32(bitsPerSecond).finish();
    }
  }

  record Unsubscribe(CameraId camera, Track track) implements MediaMessage {
    static Unsubscribe read(ByteReader reader) throws Malformed {
      var camera = CameraId.read(reader);
      var track = Track.of(reader.u8());
      if (track.isEmpty()) {
        throw new Malformed("media.track", reader.position() - 1);
      }
      return new Unsubscribe(camera, track.get());
    }

    @Override
    public byte[] bytes() {
      return new ByteWriter(2 + CameraId.SIZE_BYTES)
          .u8(4)
          .put(camera.bytes())
          .u8(track.code())
          .finish();
    }
  }
}
