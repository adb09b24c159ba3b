package io.mashrabiya.app.doctor;

import java.io.PrintWriter;
import java.util.Locale;
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
    String kind = patient.kind().name().toLowerCase(Locale.ROOT);
    return patient.name().isEmpty()
        ? Character.toUpperCase(kind.charAt(0)) + kind.substring(1)
        : Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " " + patient.name();
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
