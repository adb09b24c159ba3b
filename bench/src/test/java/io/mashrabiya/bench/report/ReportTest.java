package io.mashrabiya.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.mashrabiya.bench.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Report REPORT =
      new Report(
          "seal",
          Map.of("cores", "2"),
          List.of(Figure.of("seal-8k", 46.94, "us", 40.0), Figure.of("resident", 1234.5, "MB")));

  @Test
  void text_ofTwoFigures_isOneAlignedLineForEach() {
    assertThat(REPORT.text())
        .isEqualTo(
            """
            # bench seal
            # cores: 2
            name      value  unit  reference  ratio
            seal-8k    46.9  us         40.0   1.17
            resident   1235  MB            -      -
            """);
  }

  @Test
  void text_ofFiguresWithTargets_saysWhichAreMet() {
    List<Figure> figures =
        List.of(
            Figure.atMost("age", 2, "s", 1.5),
            Figure.atLeast("pictures", 5, "1/s", 5),
            Figure.atMost("wrong", 0, "per-mille", 0),
            Figure.of("skipped", 50, "%"));
    assertThat(new Report("line", Map.of(), figures).text())
        .isEqualTo(
            """
            # bench line
            name      value  unit       reference  ratio  met
            age        2.00  s               1.50   1.33  NO
            pictures   5.00  1/s             5.00   1.00  yes
            wrong      0.00  per-mille       0.00      -  yes
            skipped    50.0  %                  -      -  -
            """);
  }

  @Test
  void json_ofAFigureWithATarget_saysWhetherItIsMet() {
    List<Figure> figures = List.of(Figure.atMost("age", 2, "s", 1.5));
    JsonObject whole =
        JsonParser.parseString(new Report("line", Map.of(), figures).json()).getAsJsonObject();
    JsonObject age = whole.getAsJsonArray("figures").get(0).getAsJsonObject();
    assertThat(age.get("reference").getAsDouble()).isEqualTo(1.5);
    assertThat(age.get("met").getAsBoolean()).isFalse();
  }

  @Test
  void json_ofTwoFigures_saysTheSame() {
    JsonObject whole = JsonParser.parseString(REPORT.json()).getAsJsonObject();
    assertThat(whole.get("bench").getAsString()).isEqualTo("seal");
    assertThat(whole.getAsJsonObject("machine").get("cores").getAsString()).isEqualTo("2");
    JsonObject seal = whole.getAsJsonArray("figures").get(0).getAsJsonObject();
    assertThat(seal.get("value").getAsDouble()).isEqualTo(46.94);
    assertThat(seal.get("ratio").getAsDouble()).isEqualTo(46.94 / 40);
    JsonObject resident = whole.getAsJsonArray("figures").get(1).getAsJsonObject();
    assertThat(resident.keySet()).containsExactly("name", "value", "unit");
  }

  @Test
  void save_intoAFolderThatIsNotThere_makesIt(@TempDir Path folder) throws IOException {
    Path saved = REPORT.save(folder.resolve("target/bench"));
    assertThat(saved).hasFileName("seal.json");
    assertThat(Files.readString(saved)).isEqualTo(REPORT.json());
  }

  @Test
  void of_findings_namesTheMachineFirstAndThenWhatTookPart() {
    Findings findings = new Findings(Map.of("ffmpeg", "8.1"), REPORT.figures());
    assertThat(Report.of("ingest", findings).facts())
        .containsKeys("cpu", "cores", "os", "jdk")
        .containsEntry("ffmpeg", "8.1");
  }
}
