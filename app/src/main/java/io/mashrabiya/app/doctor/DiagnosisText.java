package io.mashrabiya.app.doctor;

import java.io.PrintWriter;
import java.util.Optional;

/// A diagnosis for a person: one line for each finding, the remedy beneath.
public final class DiagnosisText {
  private static final String LINE = "  %-8s %s";
  private static final String REMEDY = "           -> %s";

  private DiagnosisText() {}

  public static void print(Diagnosis diagnosis, PrintWriter out) {
    Optional<Patient> last = Optional.empty();
    for (Finding finding : diagnosis.findings()) {
      if (!last.equals(Optional.of(finding.patient()))) {
        out.println(heading(finding.patient()));
        last = Optional.of(finding.patient());
      }
      print(finding.verdict(), out);
    }
    out.println();
    out.println(diagnosis.summary());
    out.flush();
  }

  private static String heading(Patient patient) {
    String kind =
        switch (patient.kind()) {
          case MACHINE -> "Machine";
          case DATA -> "Data folder";
          case CONFIGURATION -> "Configuration";
          case RELAY -> "Relay";
          case CAMERA -> "Camera";
          case BROWSER -> "Browser";
        };
    return patient.name().isEmpty() ? kind : kind + " " + patient.name();
  }

  private static void print(Verdict verdict, PrintWriter out) {
    switch (verdict) {
      case Verdict.Ok(String found) -> out.println(LINE.formatted("ok", found));
      case Verdict.Advice(String found, String remedy) -> {
        out.println(LINE.formatted("advice", found));
        out.println(REMEDY.formatted(remedy));
      }
      case Verdict.Fault(String found, String remedy) -> {
        out.println(LINE.formatted("FAULT", found));
        out.println(REMEDY.formatted(remedy));
      }
      case Verdict.NotExamined(String why) -> out.println(LINE.formatted("-", why));
    }
  }
}
