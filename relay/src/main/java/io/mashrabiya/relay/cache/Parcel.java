package io.mashrabiya.relay.cache;

import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;

/// A sealed frame on its way: what its envelope claims, as far as the relay must know it to skip
/// and cache, and the message as it came and will go.
///
/// Not guaranteed: that any claim is true; the relay cannot open the seal. A home that lies hurts
/// only its own household.
///
/// @param dependency number of the key frame that it needs, its own number where it needs none
/// @param message the whole media message; shared by all who get it, to be left unchanged
public record Parcel(
    CameraId camera, Kind kind, Kid kid, long number, long dependency, byte[] message) {

  public static Parcel of(MediaMessage.Frame frame, byte[] message) {
    var sealed = frame.frame();
    return new Parcel(
        frame.camera(), sealed.kind(), sealed.kid(), sealed.number(), sealed.dependency(), message);
  }

  /// Of a media message that must be a frame.
  public static Parcel parse(byte[] message) throws Malformed {
    if (MediaMessage.parse(message) instanceof MediaMessage.Frame frame) {
      return of(frame, message);
    }
    throw new Malformed("media.type", 0);
  }

  /// Whether it can be shown without any other frame.
  public boolean standsAlone() {
    return kind != Kind.DELTA;
  }

  public int sizeBytes() {
    return message.length;
  }

  @Override
  public String toString() {
    return "Parcel[" + kind + " " + kid + " #" + number + ", " + message.length + " bytes]";
  }
}
