package io.mashrabiya.media.http;

/// Carries an outcome from deep inside a call to [HttpCameraClient#play], where it becomes the
/// return value again.
final class HttpEnded extends Exception {
  private static final long serialVersionUID = 1;

  private final transient HttpOutcome outcome;

  HttpEnded(HttpOutcome outcome) {
    super(outcome.getClass().getSimpleName(), null, false, false);
    this.outcome = outcome;
  }

  HttpOutcome outcome() {
    return outcome;
  }
}
