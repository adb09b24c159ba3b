package io.mashrabiya.app.doctor;

import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import java.util.Locale;

/// A diagnosis for programs, as one line of JSON (docs/ref/doctor.md).
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
    JsonBuilder json =
        Json.object()
            .put("patient", finding.patient().kind().name().toLowerCase(Locale.ROOT))
            .put("name", finding.patient().name())
            .put("examination", finding.examination())
            .put("found", finding.verdict().found());
    switch (finding.verdict()) {
      case Verdict.Ok _ -> json.put("result", "ok");
      case Verdict.Advice(String _, String remedy) ->
          json.put("result", "advice").put("remedy", remedy);
      case Verdict.Fault(String _, String remedy) ->
          json.put("result", "fault").put("remedy", remedy);
      case Verdict.NotExamined _ -> json.put("result", "not-examined");
    }
    return json.build();
  }
}
