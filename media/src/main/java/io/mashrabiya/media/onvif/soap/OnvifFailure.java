package io.mashrabiya.media.onvif.soap;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.Sentence;

/// Why asking a camera came to nothing.
///
/// No failure holds a password or a URL. Whatever a camera wrote is cut to a bounded, printable
/// text before it gets here.
public sealed interface OnvifFailure {
  /// What happened and what to do about it, for a person.
  Sentence words();

  /// Whether asking again by itself may help. Asking again and again with a wrong password locks
  /// many cameras.
  default boolean worthRetrying() {
    return false;
  }

  /// The camera wants a user name and password, and there are none.
  record CredentialsNeeded() implements OnvifFailure {
    @Override
    public Sentence words() {
      return say("The camera asks for a user name and password.");
    }
  }

  /// The camera refused the user name or password, or its clock ran away in between.
  record CredentialsRefused() implements OnvifFailure {
    @Override
    public Sentence words() {
      return say("The camera refused the user name or password.")
          .then("Many cameras have an ONVIF user of their own, which is made in their settings.");
    }
  }

  /// The camera only offers to be told the password in the clear, or a scheme that is not spoken.
  record AuthenticationNotSpoken() implements OnvifFailure {
    @Override
    public Sentence words() {
      return say("The camera takes neither a WS-Security token nor HTTP Digest.")
          .then("Choose Digest in its settings.");
    }
  }

  /// The camera does not know this operation or service.
  ///
  /// @param what an operation's name, or what a service does
  record NotSupported(Sentence what) implements OnvifFailure {
    @Override
    public Sentence words() {
      return say("The camera does not support {0} over ONVIF.", what);
    }
  }

  /// The camera answered with a fault that has no failure of its own.
  ///
  /// @param operation what was asked
  /// @param code the innermost code of the fault
  /// @param reason the camera's own words
  record Faulted(String operation, Sentence code, String reason) implements OnvifFailure {
    @Override
    public Sentence words() {
      return (reason.isEmpty()
              ? say("The camera answered {0} with the fault {1}.", operation, code)
              : say("The camera answered {0} with the fault {1} ({2}).", operation, code, reason))
          .then("Restart the camera; if that does not help, look for a newer firmware.");
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }
  }

  /// The camera answered with an HTTP status and nothing that says more.
  ///
  /// @param operation what was asked
  record Refused(String operation, int status) implements OnvifFailure {
    @Override
    public Sentence words() {
      return say("What answers there refused {0} with HTTP status {1}.", operation, status)
          .then("Check the port, and that ONVIF is switched on in the camera's settings.");
    }

    @Override
    public boolean worthRetrying() {
      return status >= 500;
    }
  }

  /// The camera sent something that is no answer to what was asked.
  ///
  /// @param operation what was asked
  /// @param production what should have stood there
  /// @param offset where, in characters; 0 where nobody knows
  record Malformed(String operation, Sentence production, int offset) implements OnvifFailure {
    @Override
    public Sentence words() {
      return say(
              "What answers there does not speak proper ONVIF (to {0}, at character {1}, instead of {2}).",
              operation, offset, production)
          .then("Check the port, and look for a newer firmware.");
    }
  }

  /// No connection could be made.
  ///
  /// @param reason without a full stop
  record Unreachable(Sentence reason) implements OnvifFailure {
    @Override
    public Sentence words() {
      return say("The camera cannot be reached over ONVIF ({0}).", reason)
          .then("Check that it is on, its address, and that ONVIF is switched on in its settings.");
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }
  }

  /// The connection ended before the answer did.
  ///
  /// @param reason without a full stop
  record ConnectionLost(Sentence reason) implements OnvifFailure {
    @Override
    public Sentence words() {
      return say("The camera broke off its answer ({0}).", reason)
          .then("Restart it if that goes on.");
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }
  }

  /// No whole answer came in time.
  ///
  /// @param question what was asked: an operation's name, or what it was about
  record Silent(Sentence question) implements OnvifFailure {
    @Override
    public Sentence words() {
      return say("The camera does not answer {0}.", question)
          .then("Check its network, or restart it.");
    }

    @Override
    public boolean worthRetrying() {
      return true;
    }
  }

  /// Asking was ended on this side.
  record Stopped() implements OnvifFailure {
    @Override
    public Sentence words() {
      return say("Stopped.");
    }
  }
}
