package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.auth.ClientAuthentication;

/// Carries an outcome from deep inside the conversation to [RtspClient#play], where it becomes the
/// return value again.
///
/// An exception, and only inside this package, because each of the four requests of a session can
/// end it in ten ways, and the way through them should be read from top to bottom.
final class PlayEnded extends Exception {
  private static final long serialVersionUID = 1;

  private final transient RtspOutcome outcome;

  PlayEnded(RtspOutcome outcome) {
    super(outcome.getClass().getSimpleName(), null, false, false);
    this.outcome = outcome;
  }

  /// Ends it where a challenge cannot be answered.
  static void unlessAnswered(ClientAuthentication.Reply reply) throws PlayEnded {
    switch (reply) {
      case ASK_AGAIN -> {}
      case NO_CREDENTIALS -> throw new PlayEnded(new RtspOutcome.CredentialsNeeded());
      case NOT_SPOKEN -> throw new PlayEnded(new RtspOutcome.AuthenticationNotSpoken());
      case REFUSED -> throw new PlayEnded(new RtspOutcome.CredentialsRefused());
    }
  }

  RtspOutcome outcome() {
    return outcome;
  }
}
