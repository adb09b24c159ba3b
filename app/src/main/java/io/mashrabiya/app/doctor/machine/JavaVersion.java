package io.mashrabiya.app.doctor.machine;

import static io.mashrabiya.words.Sentence.say;

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
      return new Verdict.Ok(say("Java {0}.", feature));
    }
    return feature < WANTED
        ? new Verdict.Fault(
            say("Java {0} is too old.", feature),
            say("Install a JDK 25; it may stand beside an older one."))
        : new Verdict.Advice(
            say("Java {0} is newer than what was tried.", feature),
            say("Set JAVA_HOME to a JDK 25 if something does not work."));
  }
}
