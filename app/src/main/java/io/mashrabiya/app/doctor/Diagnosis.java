package io.mashrabiya.app.doctor;

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
  public String summary() {
    long faults = count(Verdict.Fault.class);
    long advice = count(Verdict.Advice.class);
    return (faults == 0 ? "No fault" : faults == 1 ? "1 fault" : faults + " faults")
        + (advice == 0
            ? ""
            : advice == 1 ? ", 1 piece of advice" : ", " + advice + " pieces of advice")
        + "; "
        + count(Verdict.Ok.class)
        + " in order, "
        + count(Verdict.NotExamined.class)
        + " not examined.";
  }
}
