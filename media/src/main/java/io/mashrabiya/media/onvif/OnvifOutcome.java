package io.mashrabiya.media.onvif;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.PlayOutcome;
import io.mashrabiya.media.address.Fingerprint;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.words.Sentence;

/// How playing a camera ended that was asked over ONVIF where its streams are, before any of them
/// was played. What comes after that is told as RTSP tells it.
public sealed interface OnvifOutcome extends PlayOutcome {
  /// Asking came to nothing.
  record Failed(OnvifFailure why) implements OnvifOutcome {
    private static final int SERVER_ERROR = 500;

    @Override
    public Sentence words() {
      return switch (why) {
        case OnvifFailure.CredentialsNeeded needed ->
            needed
                .words()
                .then(
                    "Put the user name into its address, {0}: you are then asked for the password. Both may stand in"
                        + " the configuration, too.",
                    "onvif://user@host");
        case OnvifFailure.NotSupported missing ->
            missing
                .words()
                .then("Give the RTSP address of its stream in place of {0}.", "onvif://");
        default -> why.words();
      };
    }

    @Override
    public boolean worthRetrying() {
      return why.worthRetrying();
    }

    @Override
    public Kind kind() {
      return switch (why) {
        case OnvifFailure.CredentialsNeeded _, OnvifFailure.CredentialsRefused _ -> Kind.REFUSED;
        case OnvifFailure.AuthenticationNotSpoken _,
            OnvifFailure.NotSupported _,
            OnvifFailure.Malformed _ ->
            Kind.UNSUPPORTED;
        case OnvifFailure.Refused(var _, int status) ->
            status < SERVER_ERROR ? Kind.UNSUPPORTED : Kind.SILENT;
        case OnvifFailure.Unreachable _ -> Kind.UNREACHABLE;
        case OnvifFailure.Faulted _, OnvifFailure.ConnectionLost _, OnvifFailure.Silent _ ->
            Kind.SILENT;
        case OnvifFailure.Stopped _ -> Kind.ENDED;
      };
    }
  }

  /// It names its stream over TLS, where it shows a certificate that nobody vouches for.
  ///
  /// @param shown of that certificate
  record NotVouchedFor(Fingerprint shown) implements OnvifOutcome {
    @Override
    public Sentence words() {
      return say("The camera gives its stream over TLS, and shows a certificate that nobody vouches for, as most do.")
          .then(
              "If it is your camera (compare the fingerprint with its own settings), give the {0} address of the stream,"
                  + " which {1} shows, in place of {2}, and put {3} behind it.",
              "rtsps://", "./mashrabiya discover", "onvif://", "#" + shown.word());
    }

    @Override
    public boolean worthRetrying() {
      return false;
    }

    @Override
    public Kind kind() {
      return Kind.UNSUPPORTED;
    }
  }

  /// It answered, and no profile of it is of a codec that is played here.
  record NoProfile() implements OnvifOutcome {
    @Override
    public Sentence words() {
      return say("The camera names no H.264 or H.265 stream over ONVIF.")
          .then("Switch one on in its settings.");
    }

    @Override
    public boolean worthRetrying() {
      return false;
    }

    @Override
    public Kind kind() {
      return Kind.UNSUPPORTED;
    }
  }
}
