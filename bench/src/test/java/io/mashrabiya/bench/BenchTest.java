package io.mashrabiya.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter errors = new StringWriter();

  @Test
  void bench_alone_listsEveryMeasurement() {
    assertThat(run()).isZero();
    assertThat(printed().lines())
        .hasSameSizeAs(Bench.all())
        .allMatch(line -> line.matches("[a-z-]+ +.{20,90}"));
  }

  @Test
  void bench_unknownName_saysSoAndMeasuresNothing() {
    assertThat(run("speed")).isEqualTo(2);
    assertThat(errors.toString()).contains("There is no bench speed.");
    assertThat(printed()).isEmpty();
  }

  @Test
  void bench_withJson_printsWhatItSaves(@TempDir Path folder) {
    String[] brief = {"--rounds=1", "--seconds=0.001", "--warm-up=0"};
    assertThat(run("seal", "--json", "--into=" + folder, brief[0], brief[1], brief[2])).isZero();
    assertThat(folder.resolve("seal.json")).hasContent(printed());
  }

  private int run(String... arguments) {
    var bench = new Bench(new PrintStream(out, true, StandardCharsets.UTF_8));
    return Bench.commandLine(bench).setErr(new PrintWriter(errors, true)).execute(arguments);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
