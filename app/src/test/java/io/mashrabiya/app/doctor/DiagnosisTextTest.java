package io.mashrabiya.app.doctor;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.language.Language;
import io.mashrabiya.app.terminal.Voice;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTextTest {
  private static final Diagnosis DIAGNOSIS =
      new Diagnosis(
          List.of(
              new Finding(
                  new Patient(Patient.Kind.CAMERA, "Door"),
                  "port",
                  new Verdict.Fault(
                      say("Nobody answers at {0}.", "192.0.2.1"), say("Restart the camera."))),
              new Finding(
                  new Patient(Patient.Kind.BROWSER, ""),
                  "h264",
                  new Verdict.Ok(say("It has {0}.", say("signatures (Ed25519)"))))));

  private static String in(Language language) {
    var text = new StringWriter();
    DiagnosisText.print(DIAGNOSIS, new Voice(text, language.tongue()));
    return text.toString().replaceAll("[\u2068\u2069]", "");
  }

  @Test
  void print_inEnglish_hasALineForEachFindingAndTheRemedyBeneath() {
    assertThat(in(Language.EN))
        .isEqualTo(
            """
            Camera Door
              FAULT    Nobody answers at 192.0.2.1.
                       -> Restart the camera.
            Browser
              ok       It has signatures (Ed25519).

            Faults: 1, advice: 0, in order: 1, not examined: 0.
            """);
  }

  @Test
  void print_inArabic_isArabicToTheLastWord() {
    assertThat(in(Language.AR))
        .isEqualTo(
            """
            الكاميرا Door
              عطل      لا أحد يجيب عند 192.0.2.1.
                       -> أعد تشغيل الكاميرا.
            المتصفح
              سليم     متوفر فيه: التوقيعات (Ed25519).

            الأعطال: 1، النصائح: 0، السليم: 1، ما لم يُفحص: 0.
            """);
  }

  @Test
  void json_ofADiagnosis_isEnglish() {
    assertThat(DiagnosisJson.of(DIAGNOSIS))
        .contains(
            "\"found\":\"Nobody answers at 192.0.2.1.\"", "\"remedy\":\"Restart the camera.\"");
  }
}
