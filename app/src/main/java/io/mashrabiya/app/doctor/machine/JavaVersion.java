package io.mashrabiya.app.doctor.machine;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;

/// Whether this Java is the one that the code is for.
///
/// @param feature its version, as `Runtime.Version#feature()` tells
public record JavaVersion(int feature) implements Examination {
  private static final int WANTED = 25;

  @Override
  public String name() {
    return "java";
  }

  @Override
  public Verdict examine() {
    if (feature == WANTED) {
      return new Verdict.Ok("Java " + feature + ".");
    }
    return feature < WANTED
        ? new Verdict.Fault(
            "Java " + feature + " is too old.",
            "Install a JDK 25; it may stand beside an older one.")
        : new Verdict.Advice(
            "Java " + feature + " is newer than what was tried.",
            "Set JAVA_HOME to a JDK 25 if something does not work.");
  }
}
