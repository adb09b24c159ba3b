package io.mashrabiya.app.doctor;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.Sentence;
import java.util.List;

/// All that was found, in the order in which it is told.
public record Diagnosis(List<Finding> findings) {
  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /// How many findings have a verdict of this kind.
  public long count(Class<? extends Verdict> kind) {
    return findings.stream().filter(finding -> kind.isInstance(finding.verdict())).count();
  }

  /// Whether something does not work.
  public boolean hasFaults() {
    return count(Verdict.Fault.class) > 0;
  }

  /// All of it in one sentence.
  public Sentence summary() {
    return say(
        "Faults: {0}, advice: {1}, in order: {2}, not examined: {3}.",
        count(Verdict.Fault.class),
        count(Verdict.Advice.class),
        count(Verdict.Ok.class),
        count(Verdict.NotExamined.class));
  }
}
