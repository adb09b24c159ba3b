package io.mashrabiya.media.socket;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.PlayOutcome;
import io.mashrabiya.media.address.Fingerprint;
import io.mashrabiya.words.Sentence;

/// Why there is no TLS with a camera, whatever was to be spoken inside it.
public sealed interface TlsFailure extends PlayOutcome {
  /// It showed a certificate that nobody here vouches for.
  ///
  /// @param shown its fingerprint, for a person to compare
  /// @param anotherWasWritten whether the camera's address names another one
  record NotVouchedFor(Fingerprint shown, boolean anotherWasWritten) implements TlsFailure {
    @Override
    public Sentence words() {
      return say(anotherWasWritten
              ? "The camera shows another certificate than the one in its address."
              : "The camera shows a certificate that nobody vouches for, as most do.")
          .then(
              "If it is your camera (compare the fingerprint with its own settings), put {0} behind its address.",
              "#" + shown.word());
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

  /// What answers there does not speak TLS.
  record NotSpoken() implements TlsFailure {
    @Override
    public Sentence words() {
      return say("What answers at this address does not speak TLS.")
          .then("Check the port: inside TLS, RTSP is usually on 322 and HTTP on 443.");
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }

    @Override
    public Kind kind() {
      return Kind.UNSUPPORTED;
    }
  }

  /// The handshake came to nothing, and not because of the certificate.
  ///
  /// @param reason in the words of TLS or of the network, short and printable
  record BrokenOff(String reason) implements TlsFailure {
    @Override
    public Sentence words() {
      return say("The camera and this machine find no TLS to speak with each other ({0}).", reason)
          .then(
              "It may be starting. If this stays, check the port, bring the camera's software up to date, and let it"
                  + " not ask callers for certificates.");
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }

    @Override
    public Kind kind() {
      return Kind.SILENT;
    }
  }
}
