package io.mashrabiya.app.doctor;

import java.util.ArrayList;
import java.util.List;

/// The examinations of one patient. Wards are visited at the same time.
public interface Ward {
  Patient patient();

  /// Examines; blocks for as long as that takes, which is bounded.
  List<Finding> visit() throws InterruptedException;

  /// One whose examinations follow one another and do not depend on each other.
  static Ward of(Patient patient, List<Examination> examinations) {
    return new Ward() {
      @Override
      public Patient patient() {
        return patient;
      }

      @Override
      public List<Finding> visit() throws InterruptedException {
        return examine(patient, examinations);
      }
    };
  }

  /// Examines in this order until there is a fault: what is behind it cannot be known then.
  static List<Finding> examineUntilAFault(Patient patient, List<? extends Examination> examinations)
      throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    for (Examination each : examinations) {
      Verdict verdict = each.examine();
      findings.add(new Finding(patient, each.name(), verdict));
      if (verdict instanceof Verdict.Fault) {
        return findings;
      }
    }
    return findings;
  }

  /// Examines in this order.
  static List<Finding> examine(Patient patient, List<? extends Examination> examinations)
      throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    for (Examination each : examinations) {
      findings.add(new Finding(patient, each.name(), each.examine()));
    }
    return findings;
  }
}
