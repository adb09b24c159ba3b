package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.rtsp.client.RtspOutcome;

/// How far a session with a camera came; what ended it is at fault there.
enum Stage {
  SPEAKS,
  CREDENTIALS,
  STREAM,
  CODEC,
  PICTURES;

  static Stage reached(Heard heard) {
    if (heard.of(StreamEvent.PACKET) > 0) {
      return PICTURES;
    }
    return switch (heard.outcome()) {
      case RtspOutcome.Unreachable _, RtspOutcome.NotVouchedFor _, RtspOutcome.Malformed _ ->
          SPEAKS;
      case RtspOutcome.ClosedByCamera _ -> SPEAKS;
      case RtspOutcome.CredentialsNeeded _,
          RtspOutcome.CredentialsRefused _,
          RtspOutcome.AuthenticationNotSpoken _ ->
          CREDENTIALS;
      case RtspOutcome.NotFound _, RtspOutcome.Redirected _, RtspOutcome.Refused _ -> STREAM;
      case RtspOutcome.ClosedBeforePictures _ -> STREAM;
      case RtspOutcome.NoPictures _ -> CODEC;
      case RtspOutcome.Silent(String waitingFor) -> silent(waitingFor);
      case RtspOutcome.NoKeyFrame _, RtspOutcome.Stopped _ -> PICTURES;
    };
  }

  private static Stage silent(String waitingFor) {
    if (waitingFor.endsWith("pictures")) {
      return PICTURES;
    }
    return waitingFor.endsWith("OPTIONS") ? SPEAKS : STREAM;
  }
}
