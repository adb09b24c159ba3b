package io.mashrabiya.app.doctor;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Spoken;
import java.io.PrintWriter;
import java.util.Optional;

/// A diagnosis for a person: one line for each finding, the remedy beneath.
public final class DiagnosisText {
  private static final Spoken UNKNOWN = tongue -> "-";

  private DiagnosisText() {}

  /// Tells it.
  ///
  /// @param out speaks the person's language
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

  private static Sentence heading(Patient patient) {
    Sentence kind =
        switch (patient.kind()) {
          case MACHINE -> say("Machine");
          case DATA -> say("Data folder");
          case CONFIGURATION -> say("Configuration");
          case RELAY -> say("Relay");
          case CAMERA -> say("Camera");
          case BROWSER -> say("Browser");
        };
    return kind.then(Sentence.quoted(patient.name()));
  }

  private static void print(Verdict verdict, PrintWriter out) {
    switch (verdict) {
      case Verdict.Ok(Sentence found) -> out.println(line(say("ok"), found));
      case Verdict.Advice(Sentence found, Sentence remedy) -> {
        out.println(line(say("advice"), found));
        out.println(beneath(remedy));
      }
      case Verdict.Fault(Sentence found, Sentence remedy) -> {
        out.println(line(say("FAULT"), found));
        out.println(beneath(remedy));
      }
      case Verdict.NotExamined(Sentence why) -> out.println(line(UNKNOWN, why));
    }
  }

  private static Spoken line(Spoken verdict, Sentence found) {
    return tongue -> "  %-8s %s".formatted(verdict.in(tongue), found.in(tongue));
  }

  private static Spoken beneath(Sentence remedy) {
    return tongue -> "           -> %s".formatted(remedy.in(tongue));
  }
}
