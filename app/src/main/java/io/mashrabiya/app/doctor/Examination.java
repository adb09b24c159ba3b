package io.mashrabiya.app.doctor;

/// One question about a patient.
public interface Examination {
  /// Its name in `--json`, which does not change: lower case, words joined by dashes.
  String name();

  /// Finds the answer; blocks for as long as that takes, which is bounded. Changes nothing.
  Verdict examine() throws InterruptedException;
}
