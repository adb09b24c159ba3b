package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.media.feed.ClipOutcome;
import io.mashrabiya.media.http.HttpOutcome;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import java.util.Set;

/// How far a session with a camera came; what ended it is at fault there.
enum Stage {
  SPEAKS,
  CREDENTIALS,
  STREAM,
  CODEC,
  PICTURES;

  /// As the session names in English what it waited for.
  private static final Set<String> BEFORE_RTSP =
      Set.of("TLS handshake", "answer to GET", "answer to OPTIONS");

  static Stage reached(Heard heard) {
    if (heard.hasBegun()) {
      return PICTURES;
    }
    return switch (heard.outcome()) {
      case RtspOutcome rtsp -> reached(rtsp);
      case HttpOutcome http -> reached(http);
      case ClipOutcome.Unplayable _ -> CODEC;
      case ClipOutcome.Stopped _ -> PICTURES;
      default -> throw new IllegalStateException("no protocol ends with " + heard.outcome());
    };
  }

  private static Stage reached(RtspOutcome outcome) {
    return switch (outcome) {
      case RtspOutcome.Unreachable _, RtspOutcome.NotSecured _, RtspOutcome.Malformed _ -> SPEAKS;
      case RtspOutcome.ClosedByCamera _ -> SPEAKS;
      case RtspOutcome.CredentialsNeeded _,
          RtspOutcome.CredentialsRefused _,
          RtspOutcome.AuthenticationNotSpoken _ ->
          CREDENTIALS;
      case RtspOutcome.NotFound _, RtspOutcome.Redirected _, RtspOutcome.Refused _ -> STREAM;
      case RtspOutcome.ClosedBeforePictures _, RtspOutcome.NoPorts _ -> STREAM;
      case RtspOutcome.NoPictures _ -> CODEC;
      case RtspOutcome.Silent(var waitingFor) -> silent(String.valueOf(waitingFor));
      case RtspOutcome.NoKeyFrame _, RtspOutcome.Stopped _ -> PICTURES;
    };
  }

  private static Stage silent(String waitingFor) {
    if (waitingFor.endsWith("pictures")) {
      return PICTURES;
    }
    return BEFORE_RTSP.contains(waitingFor) ? SPEAKS : STREAM;
  }

  private static Stage reached(HttpOutcome outcome) {
    return switch (outcome) {
      case HttpOutcome.Unreachable _,
          HttpOutcome.NotSecured _,
          HttpOutcome.Malformed _,
          HttpOutcome.ClosedByCamera _ ->
          SPEAKS;
      case HttpOutcome.CredentialsNeeded _,
          HttpOutcome.CredentialsRefused _,
          HttpOutcome.AuthenticationNotSpoken _ ->
          CREDENTIALS;
      case HttpOutcome.NotFound _, HttpOutcome.Redirected _, HttpOutcome.Refused _ -> STREAM;
      case HttpOutcome.NoPictures _ -> CODEC;
      case HttpOutcome.Silent(var waitingFor) ->
          String.valueOf(waitingFor).endsWith("picture") ? PICTURES : SPEAKS;
      case HttpOutcome.Frozen _, HttpOutcome.Stopped _ -> PICTURES;
    };
  }
}
