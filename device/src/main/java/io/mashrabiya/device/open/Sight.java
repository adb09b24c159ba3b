package io.mashrabiya.device.open;

import io.mashrabiya.device.accept.Accepted;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.ReportReason;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.Track;

/// What a device learns from its media link, frame by frame.
public sealed interface Sight {
  /// A frame that is the camera's own, and what is to be done with it.
  ///
  /// @param captureMicros when it was taken, by the home's clock
  /// @param picture an access unit, a still image or sound
  record Seen(
      CameraId camera,
      Kid kid,
      long number,
      Kind kind,
      long captureMicros,
      byte[] picture,
      Accepted accepted)
      implements Sight {
    @Override
    public String toString() {
      return "Seen[" + camera + " " + kid + " #" + number + ", " + picture.length + " bytes]";
    }
  }

  /// A frame that was not accepted; the home is told, within limits.
  record Refused(CameraId camera, Kid kid, long number, ReportReason reason) implements Sight {
    /// A frame that was not even readable: it is named by what no home seals.
    static Refused unreadable(CameraId camera, ReportReason reason) {
      return new Refused(camera, new Kid(1, Track.MAIN), 0, reason);
    }
  }

  /// The media link is gone: nothing more comes.
  record Ended() implements Sight {}
}
