package io.mashrabiya.app.doctor;

import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.words.Sentence;
import java.util.Locale;

/// A diagnosis for programs, as one line of JSON (docs/ref/doctor.md), in English whatever the
/// person reads.
public final class DiagnosisJson {
  private DiagnosisJson() {}

  public static String of(Diagnosis diagnosis) {
    return Json.object()
        .put("faults", diagnosis.count(Verdict.Fault.class))
        .put("advice", diagnosis.count(Verdict.Advice.class))
        .put("ok", diagnosis.count(Verdict.Ok.class))
        .put("notExamined", diagnosis.count(Verdict.NotExamined.class))
        .put("findings", diagnosis.findings(), DiagnosisJson::finding)
        .build()
        .text();
  }

  private static Json finding(Finding finding) {
    Verdict verdict = finding.verdict();
    return Json.object()
        .put("patient", finding.patient().kind().name().toLowerCase(Locale.ROOT))
        .put("name", finding.patient().name())
        .put("examination", finding.examination())
        .put("result", result(verdict))
        .put("found", verdict.found().toString())
        .put("remedy", remedy(verdict).toString())
        .build();
  }

  private static String result(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Ok _ -> "ok";
      case Verdict.Advice _ -> "advice";
      case Verdict.Fault _ -> "fault";
      case Verdict.NotExamined _ -> "not-examined";
    };
  }

  private static Sentence remedy(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Advice(Sentence _, Sentence remedy) -> remedy;
      case Verdict.Fault(Sentence _, Sentence remedy) -> remedy;
      case Verdict.Ok _, Verdict.NotExamined _ -> Sentence.NOTHING;
    };
  }
}
