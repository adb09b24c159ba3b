package io.mashrabiya.app.doctor;

import static io.mashrabiya.words.Sentence.say;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Visits all wards at once, each on a virtual thread of its own.
public final class Doctor {
  private static final System.Logger LOG = System.getLogger(Doctor.class.getName());

  private Doctor() {}

  /// Blocks until the last is done. A ward that fails where it should not is a fault of its own;
  /// the others go on.
  public static Diagnosis visit(List<Ward> wards) throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Finding>>> visits = new ArrayList<>();
      for (Ward ward : wards) {
        visits.add(threads.submit(ward::visit));
      }
      for (int i = 0; i < wards.size(); i++) {
        findings.addAll(result(wards.get(i), visits.get(i)));
      }
    }
    return new Diagnosis(findings);
  }

  private static List<Finding> result(Ward ward, Future<List<Finding>> visit)
      throws InterruptedException {
    try {
      return visit.get();
    } catch (ExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "an examination failed", e);
      return List.of(
          new Finding(
              ward.patient(),
              "examination",
              new Verdict.Fault(
                  say("The examination itself failed: {0}.", String.valueOf(e.getCause())),
                  say("Run it again with --verbose, and report what it says."))));
    }
  }
}
