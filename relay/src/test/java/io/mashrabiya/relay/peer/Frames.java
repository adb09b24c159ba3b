package io.mashrabiya.relay.peer;

import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SFrameHeader;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;

/// Sealed frames of a camera that nothing can open, because nothing was sealed: the relay cannot
/// tell.
public record Frames(CameraId camera, long epoch, Track track, int sealedBytes) {
  public static Frames of(long camera) {
    return new Frames(new CameraId(7, camera), 1, Track.MAIN, 200);
  }

  public Frames epoch(long value) {
    return new Frames(camera, value, track, sealedBytes);
  }

  public Frames track(Track value) {
    return new Frames(camera, epoch, value, sealedBytes);
  }

  public Frames sized(int value) {
    return new Frames(camera, epoch, track, value);
  }

  public Kid kid() {
    return new Kid(epoch, track);
  }

  public Parcel key(long number) {
    return parcel(Kind.KEY, number, number);
  }

  public Parcel delta(long number, long dependency) {
    return parcel(Kind.DELTA, number, dependency);
  }

  public Parcel still(long number) {
    return track(Track.STILL).parcel(Kind.STILL, number, number);
  }

  public Parcel sound(long number) {
    return track(Track.SOUND).parcel(Kind.SOUND, number, number);
  }

  private Parcel parcel(Kind kind, long number, long dependency) {
    byte[] header = new SFrameHeader(kid().value(), number).bytes();
    byte[] envelope =
        new ByteWriter(SealedFrame.PREFIX_BYTES + header.length + sealedBytes)
            .u8(kind.code())
            .u32(dependency)
            .put(header)
            .put(new byte[sealedBytes])
            .finish();
    try {
      var frame = new MediaMessage.Frame(camera, SealedFrame.parse(envelope));
      return Parcel.parse(frame.bytes());
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }
}
