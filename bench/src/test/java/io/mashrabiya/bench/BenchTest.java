package io.mashrabiya.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.seal.SealBench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        .allMatch(line -> line.matches("[a-z0-9-]+ +.{20,90}"));
  }

  @Test
  void bench_unknownName_saysSoAndMeasuresNothing() {
    assertThat(run("speed")).isEqualTo(2);
    assertThat(errors.toString()).contains("There is no bench speed.");
    assertThat(printed()).isEmpty();
  }

  @Test
  void bench_ofANameThatSeveralBeginWith_measuresAllOfThem(@TempDir Path folder) {
    List<Measurement> measured =
        List.of(new Hindered("line-good"), new Hindered("line-bad"), new Hindered("lines"));
    assertThat(run(measured, "line", "--into=" + folder)).isEqualTo(1);
    assertThat(errors.toString().lines())
        .containsExactly("bench line-good: it needs a peer", "bench line-bad: it needs a peer");
  }

  @Test
  void bench_ofANameThatOneHas_measuresThatOneAlone(@TempDir Path folder) {
    List<Measurement> measured = List.of(new Hindered("line"), new Hindered("line-bad"));
    assertThat(run(measured, "line", "--into=" + folder)).isEqualTo(1);
    assertThat(errors.toString().lines()).containsExactly("bench line: it needs a peer");
  }

  @Test
  void bench_withJson_printsWhatItSaves(@TempDir Path folder) {
    String[] brief = {"--rounds=1", "--seconds=0.001", "--warm-up=0"};
    assertThat(run("seal", "--json", "--into=" + folder, brief[0], brief[1], brief[2])).isZero();
    assertThat(folder.resolve("seal.json")).hasContent(printed());
  }

  @Test
  void bench_whatCannotBeMeasured_isSaidInOneLineAndTheRestGoesOn(@TempDir Path folder) {
    List<Measurement> measured = List.of(new Hindered("hindered"), new SealBench());
    String[] brief = {"--rounds=1", "--seconds=0.001", "--warm-up=0"};
    assertThat(run(measured, "all", "--into=" + folder, brief[0], brief[1], brief[2])).isEqualTo(1);
    assertThat(errors.toString().lines()).containsExactly("bench hindered: it needs a peer");
    assertThat(printed()).contains("seal-8k");
  }

  /// As when what it is compared with is not on this machine.
  private record Hindered(String name) implements Measurement {
    @Override
    public String about() {
      return "what cannot be measured here";
    }

    @Override
    public Effort usualEffort() {
      return new Effort(1, Duration.ZERO, Duration.ofSeconds(1));
    }

    @Override
    public Findings measure(Effort effort) throws IOException {
      throw new IOException("it needs a peer");
    }
  }

  private int run(String... arguments) {
    return run(Bench.all(), arguments);
  }

  private int run(List<Measurement> measurements, String... arguments) {
    var bench = new Bench(new PrintStream(out, true, StandardCharsets.UTF_8), measurements);
    return Bench.commandLine(bench).setErr(new PrintWriter(errors, true)).execute(arguments);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
