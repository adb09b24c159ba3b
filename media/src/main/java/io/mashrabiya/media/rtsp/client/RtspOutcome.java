package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.PlayOutcome;
import io.mashrabiya.media.socket.TlsFailure;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How playing a camera over RTSP ended.
public sealed interface RtspOutcome extends PlayOutcome {
  @Override
  default Kind kind() {
    return switch (this) {
      case CredentialsNeeded _, CredentialsRefused _ -> Kind.REFUSED;
      case AuthenticationNotSpoken _, NotFound _, NoPictures _ -> Kind.UNSUPPORTED;
      case NotSecured(TlsFailure why) -> why.kind();
      case Redirected _, Malformed _ -> Kind.UNSUPPORTED;
      case Unreachable _ -> Kind.UNREACHABLE;
      case Refused _, Silent _, NoKeyFrame _, NoPorts _, ClosedBeforePictures _ -> Kind.SILENT;
      case ClosedByCamera _, Stopped _ -> Kind.ENDED;
    };
  }

  /// The camera wants a user name and password, and there are none.
  record CredentialsNeeded() implements RtspOutcome {
    @Override
    public Sentence words() {
      return say("The camera asks for a user name and password.")
          .then(
              "Put the user name into its address, {0}: you are then asked for the password. Both may stand in"
                  + " the configuration, too.",
              "rtsp://user@host/path");
    }

    @Override
    public boolean worthRetrying() {
      return false;
    }
  }

  /// The camera refused the user name or password.
  record CredentialsRefused() implements RtspOutcome {
    @Override
    public Sentence words() {
      return say("The camera refused the user name or password.")
          .then(
              "Check both in the camera's own settings; many cameras have an RTSP or ONVIF user of their own.");
    }

    @Override
    public boolean worthRetrying() {
      return false;
    }
  }

  /// The camera only offers ways of authentication that are not spoken here.
  record AuthenticationNotSpoken() implements RtspOutcome {
    @Override
    public Sentence words() {
      return say("The camera offers none of Basic, Digest MD5 and Digest SHA-256.")
          .then("Choose one of these in the camera's settings.");
    }

    @Override
    public boolean worthRetrying() {
      return false;
    }
  }

  /// There is no stream at that path.
  record NotFound() implements RtspOutcome {
    @Override
    public Sentence words() {
      return say("The camera has no stream at this path.")
          .then("Look up its RTSP path in its manual.");
    }

    @Override
    public boolean worthRetrying() {
      return false;
    }
  }

  /// There is a stream, but no pictures in it that are played here.
  ///
  /// @param offered the encodings that are in it
  /// @param played the formats that are played
  record NoPictures(List<Sentence> offered, Set<PictureFormat> played) implements RtspOutcome {
    public NoPictures {
      offered = List.copyOf(offered);
      played = Set.copyOf(played);
    }

    @Override
    public Sentence words() {
      return (offered.isEmpty()
              ? say("The camera sends no pictures.")
              : say("The camera sends {0}.", Sentence.listed(offered)))
          .then("Set its video encoding to {0}.", choice());
    }

    private Sentence choice() {
      return new TreeSet<>(played)
          .stream()
              .map(PictureFormat::words)
              .reduce((one, other) -> say("{0} or {1}", one, other))
              .orElse(Sentence.NOTHING);
    }

    @Override
    public boolean worthRetrying() {
      return false;
    }
  }

  /// No connection could be made.
  ///
  /// @param reason without a full stop
  record Unreachable(Sentence reason) implements RtspOutcome {
    @Override
    public Sentence words() {
      return say("The camera cannot be reached ({0}).", reason)
          .then("Check that it is on, its address, and that RTSP is switched on in its settings.");
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }
  }

  /// Over TLS it is not certain to be the camera, or there is no TLS at all.
  record NotSecured(TlsFailure why) implements RtspOutcome {
    @Override
    public Sentence words() {
      return why.words();
    }

    @Override
    public boolean worthRetrying() {
      return why.worthRetrying();
    }
  }

  /// The camera answered with an error that has no outcome of its own.
  ///
  /// @param method the request that was refused
  /// @param status the number that it answered
  /// @param reason the camera's own words
  record Refused(String method, int status, String reason) implements RtspOutcome {
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final int UNSUPPORTED_TRANSPORT = 461;
    private static final int NOT_ENOUGH_BANDWIDTH = 453;
    private static final int SERVICE_UNAVAILABLE = 503;

    /// Whether it was the way for its media that it refused.
    boolean ofItsTransport() {
      return status == UNSUPPORTED_TRANSPORT;
    }

    @Override
    public Sentence words() {
      return say("The camera answered {0} with {1} {2}.", method, status, reason).then(remedy());
    }

    private Sentence remedy() {
      return switch (status) {
        case UNSUPPORTED_TRANSPORT ->
            say("Allow RTP over TCP (interleaved) or over UDP (unicast) in its settings.");
        case NOT_ENOUGH_BANDWIDTH, SERVICE_UNAVAILABLE ->
            say("It may serve only a few viewers at once: close other apps that show it.");
        case INTERNAL_SERVER_ERROR ->
            say(
                "It may serve only a few viewers at once: close other apps that show it; if that"
                    + " does not help, restart the camera.");
        default ->
            say("Restart the camera; if that does not help, look the number up in its manual.");
      };
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }
  }

  /// The camera sends callers on to another address, which is not followed: credentials go only
  /// where a person said.
  record Redirected() implements RtspOutcome {
    @Override
    public Sentence words() {
      return say("The camera sends callers on to another address.")
          .then("Open that address directly.");
    }

    @Override
    public boolean worthRetrying() {
      return false;
    }
  }

  /// The camera sent something that is no RTSP.
  ///
  /// @param production what should have stood there
  /// @param offset where in the message, in bytes
  record Malformed(Sentence production, int offset) implements RtspOutcome {
    @Override
    public Sentence words() {
      return say(
              "What answers at this address does not speak proper RTSP (at byte {0}, instead of {1}).",
              offset, production)
          .then("Check the port: RTSP is usually on 554.");
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }
  }

  /// Nothing came for too long, or nothing of what was sent was taken.
  ///
  /// @param waitingFor what should have come
  record Silent(Sentence waitingFor) implements RtspOutcome {
    @Override
    public Sentence words() {
      return say("The camera is connected but silent (no {0}).", waitingFor)
          .then("Check its network, or restart it.");
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }
  }

  /// Pictures come, and for too long none at which decoding can begin.
  record NoKeyFrame() implements RtspOutcome {
    @Override
    public Sentence words() {
      return say("The camera sends pictures, but no key frame to begin with, and does not send one when"
              + " asked.")
          .then("Set its key-frame interval (I-frame interval, GOP) to 2 seconds.");
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }
  }

  /// The media are to come over UDP, and this machine has no ports for them.
  ///
  /// @param reason without a full stop
  record NoPorts(Sentence reason) implements RtspOutcome {
    static NoPorts because(IOException e) {
      return new NoPorts(Told.of(e));
    }

    @Override
    public Sentence words() {
      return say("This machine has no UDP ports for the camera's media ({0}).", reason)
          .then(
              "End other programs here that take many ports or files. If the camera can send over TCP, allow that in"
                  + " its settings, and begin its address with {0}.",
              "rtspt://");
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }
  }

  /// The camera answered, and closed the connection when it was to send.
  record ClosedBeforePictures() implements RtspOutcome {
    @Override
    public Sentence words() {
      return say("The camera closed the connection before its first picture.")
          .then("It may serve only a few viewers at once: close other apps that show it.");
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }
  }

  /// The camera ended the stream or the connection.
  record ClosedByCamera() implements RtspOutcome {
    @Override
    public Sentence words() {
      return say("The camera closed the connection.");
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }
  }

  /// The client was closed on this side.
  record Stopped() implements RtspOutcome {
    @Override
    public Sentence words() {
      return say("Stopped.");
    }

    @Override
    public boolean worthRetrying() {
      return false;
    }
  }
}
