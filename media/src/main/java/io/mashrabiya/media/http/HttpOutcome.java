package io.mashrabiya.media.http;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.PlayOutcome;
import io.mashrabiya.media.socket.TlsFailure;
import io.mashrabiya.words.Sentence;

/// How playing a camera over HTTP ended.
public sealed interface HttpOutcome extends PlayOutcome {
  @Override
  default Kind kind() {
    return switch (this) {
      case CredentialsNeeded _, CredentialsRefused _ -> Kind.REFUSED;
      case AuthenticationNotSpoken _, NotFound _, NoPictures _ -> Kind.UNSUPPORTED;
      case NotSecured(TlsFailure why) -> why.kind();
      case Redirected _, Malformed _ -> Kind.UNSUPPORTED;
      case Unreachable _ -> Kind.UNREACHABLE;
      case Refused _, Silent _, Frozen _ -> Kind.SILENT;
      case ClosedByCamera _, Stopped _ -> Kind.ENDED;
    };
  }

  @Override
  default boolean worthRetrying() {
    return switch (this) {
      case CredentialsNeeded _,
          CredentialsRefused _,
          AuthenticationNotSpoken _,
          NotFound _,
          NoPictures _,
          Redirected _,
          Stopped _ ->
          false;
      case NotSecured(TlsFailure why) -> why.worthRetrying();
      case Malformed _, Unreachable _, Refused _, Silent _, Frozen _, ClosedByCamera _ -> true;
    };
  }

  /// The camera wants a user name and password, and there are none.
  record CredentialsNeeded() implements HttpOutcome {
    @Override
    public Sentence words() {
      return say("The camera asks for a user name and password.")
          .then(
              "Put the user name into its address, {0}: you are then asked for the password. Both may stand in"
                  + " the configuration, too.",
              "http://user@host/path");
    }
  }

  /// The camera refused the user name or password.
  record CredentialsRefused() implements HttpOutcome {
    @Override
    public Sentence words() {
      return say("The camera refused the user name or password.")
          .then("Check both by opening its address in a browser.");
    }
  }

  /// The camera only offers ways of authentication that are not spoken here.
  record AuthenticationNotSpoken() implements HttpOutcome {
    @Override
    public Sentence words() {
      return say("The camera offers none of Basic, Digest MD5 and Digest SHA-256.")
          .then("Choose one of these in the camera's settings.");
    }
  }

  /// There is nothing at that path.
  record NotFound() implements HttpOutcome {
    @Override
    public Sentence words() {
      return say("The camera has no picture at this path.")
          .then("Look up the path of its MJPEG stream or snapshot in its manual.");
    }
  }

  /// What is there is no picture that is played here.
  ///
  /// @param instead its media type, printable; empty where none is named
  record NoPictures(String instead) implements HttpOutcome {
    @Override
    public Sentence words() {
      return (instead.isEmpty()
              ? say("The camera answers with something that is no JPEG picture.")
              : say("The camera answers with {0} that is no JPEG picture.", instead))
          .then("Look up the path of its MJPEG stream or snapshot in its manual.");
    }
  }

  /// Over TLS it is not certain to be the camera, or there is no TLS at all.
  record NotSecured(TlsFailure why) implements HttpOutcome {
    @Override
    public Sentence words() {
      return why.words();
    }
  }

  /// No connection could be made.
  ///
  /// @param reason without a full stop
  record Unreachable(Sentence reason) implements HttpOutcome {
    @Override
    public Sentence words() {
      return say("The camera cannot be reached ({0}).", reason)
          .then("Check that it is on, its address and the port.");
    }
  }

  /// The camera answered with an error that has no outcome of its own.
  ///
  /// @param status the number that it answered
  /// @param reason the camera's own words
  record Refused(int status, String reason) implements HttpOutcome {
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    @Override
    public Sentence words() {
      return (reason.isEmpty()
              ? say("The camera answered with {0}.", status)
              : say("The camera answered with {0} {1}.", status, reason))
          .then(remedy());
    }

    private Sentence remedy() {
      return switch (status) {
        case FORBIDDEN ->
            say("Allow this user, or this address, to see its pictures in its settings.");
        case UNAVAILABLE ->
            say("It may serve only a few viewers at once: close other apps that show it.");
        default ->
            say("Restart the camera; if that does not help, look the number up in its manual.");
      };
    }
  }

  /// The camera sends callers on to another address, which is not followed: credentials go only
  /// where a person said.
  record Redirected() implements HttpOutcome {
    @Override
    public Sentence words() {
      return say("The camera sends callers on to another address.")
          .then("Open it in a browser, and write down the address that it ends at.");
    }
  }

  /// The camera sent something that is no HTTP, or no parts where parts should be.
  ///
  /// @param production what should have stood there
  /// @param offset where in what was read, in bytes
  record Malformed(Sentence production, long offset) implements HttpOutcome {
    @Override
    public Sentence words() {
      return say(
              "What answers at this address does not send proper pictures over HTTP (at byte {0}, instead of {1}).",
              offset, production)
          .then("Check the port and the path.");
    }
  }

  /// Nothing came for too long, or nothing of what was sent was taken.
  ///
  /// @param waitingFor what should have come
  record Silent(Sentence waitingFor) implements HttpOutcome {
    @Override
    public Sentence words() {
      return say("The camera is connected but silent (no {0}).", waitingFor)
          .then("Check its network, or restart it.");
    }
  }

  /// The camera gives the same picture, byte for byte, again and again, which no lens does.
  record Frozen() implements HttpOutcome {
    @Override
    public Sentence words() {
      return say("The camera gives the same picture again and again.").then("Restart it.");
    }
  }

  /// The camera ended the stream or the connection.
  record ClosedByCamera() implements HttpOutcome {
    @Override
    public Sentence words() {
      return say("The camera closed the connection.");
    }
  }

  /// The client was closed on this side.
  record Stopped() implements HttpOutcome {
    @Override
    public Sentence words() {
      return say("Stopped.");
    }
  }
}
