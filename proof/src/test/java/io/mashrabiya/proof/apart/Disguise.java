package io.mashrabiya.proof.apart;

import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.StreamId;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SFrameHeader;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.util.Arrays;
import java.util.List;

/// How a foreign picture is handed out as the one that was asked for.
enum Disguise {
  /// Under the camera's id that was asked for; sealed as it came, so that whoever holds its key and
  /// does not ask whose it is can open it.
  AS_SEALED {
    @Override
    Parcel of(StreamId asked, Parcel foreign, List<Parcel> own) {
      var message = new MediaMessage.Frame(asked.camera(), frame(foreign));
      // Only what the relay itself goes by is untrue: as if of an epoch that follows the asked one.
      Kid later = new Kid(foreign.kid().epoch() + A_CENTURY_IN_SECONDS, asked.track());
      return new Parcel(
          asked.camera(),
          foreign.kind(),
          later,
          foreign.number(),
          foreign.dependency(),
          message.bytes());
    }
  },

  /// Under the name that the household's own next picture could have: what a cache does that
  /// returns the wrong row. Each is called one that stands alone, so that none is left out on the
  /// way.
  AS_THE_NEWEST {
    @Override
    Parcel of(StreamId asked, Parcel foreign, List<Parcel> own) {
      Parcel like = own.isEmpty() ? foreign : own.getLast();
      long number = like.number() + foreign.number() + 1;
      Kind kind = asked.track() == Track.STILL ? Kind.STILL : Kind.KEY;
      var header = new SFrameHeader(new Kid(like.kid().epoch(), asked.track()).value(), number);
      byte[] envelope = frame(foreign).envelope();
      int from = frame(foreign).ciphertextOffset();
      byte[] sealed = Arrays.copyOfRange(envelope, from, envelope.length);
      byte[] renamed =
          new ByteWriter(SealedFrame.PREFIX_BYTES + header.sizeBytes() + sealed.length)
              .u8(kind.code())
              .u32(number)
              .put(header.bytes())
              .put(sealed)
              .finish();
      var message = new MediaMessage.Frame(asked.camera(), parse(renamed));
      return Parcel.of(message, message.bytes());
    }
  };

  private static final long A_CENTURY_IN_SECONDS = 100L * 365 * 24 * 3600;

  /// @param asked what a device asked for
  /// @param foreign another household's picture
  /// @param own the newest pictures that an honest relay would have handed out
  abstract Parcel of(StreamId asked, Parcel foreign, List<Parcel> own);

  private static SealedFrame frame(Parcel parcel) {
    try {
      return ((MediaMessage.Frame) MediaMessage.parse(parcel.message())).frame();
    } catch (Malformed e) {
      throw new AssertionError("it was parsed before", e);
    }
  }

  private static SealedFrame parse(byte[] envelope) {
    try {
      return SealedFrame.parse(envelope);
    } catch (Malformed e) {
      throw new AssertionError("it is well-formed", e);
    }
  }
}
