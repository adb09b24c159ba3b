package io.mashrabiya.bench;

import io.mashrabiya.bench.copies.CopiesBench;
import io.mashrabiya.bench.endurance.EnduranceBench;
import io.mashrabiya.bench.firstframe.FirstFrameBench;
import io.mashrabiya.bench.ingest.IngestBench;
import io.mashrabiya.bench.memory.MemoryBench;
import io.mashrabiya.bench.network.NetworkBench;
import io.mashrabiya.bench.network.UnequalBench;
import io.mashrabiya.bench.picture.FirstPictureBench;
import io.mashrabiya.bench.picture.LatencyBench;
import io.mashrabiya.bench.picture.TilesBench;
import io.mashrabiya.bench.relay.ReconnectBench;
import io.mashrabiya.bench.relay.RelayBench;
import io.mashrabiya.bench.removal.RemovalBench;
import io.mashrabiya.bench.report.Report;
import io.mashrabiya.bench.seal.SealBench;
import io.mashrabiya.network.shape.Profile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command `./dev bench`.
@Command(
    name = "./dev bench",
    description = "Measures. Without a name it lists what can be measured.",
    mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
  /// What is made once and used in each run.
  private static final Path CACHE = Path.of("target", "bench-cache");

  private static final int VIEWERS = 200;
  private static final int HOMES = 1_000;
  private static final int DEVICES_EACH = 5;
  private static final long MILLION = 1_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      description = "What to measure; network stands for all network-...; or all.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON instead of columns.")
  private boolean json;

  @Option(names = "--rounds", paramLabel = "N", description = "How many rounds, instead of usual.")
  private int rounds;

  @Option(names = "--seconds", paramLabel = "S", description = "How long each turn lasts.")
  private double seconds;

  @Option(names = "--warm-up", paramLabel = "S", description = "How long to work before.")
  private double warmUpSeconds = -1;

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      defaultValue = "target/bench",
      description = "Where NAME.json is written (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("target", "bench");

  private final PrintStream out;
  private final List<Measurement> measurements;

  Bench(PrintStream out, List<Measurement> measurements) {
    this.out = out;
    this.measurements = measurements;
  }

  static CommandLine commandLine(Bench bench) {
    return new CommandLine(bench);
  }

  /// All that can be measured, in the order of the list.
  static List<Measurement> all() {
    List<Measurement> all = new ArrayList<>();
    all.addAll(
        List.of(
            new SealBench(),
            new IngestBench(CACHE),
            new FirstFrameBench(CACHE),
            new RelayBench(VIEWERS),
            new ReconnectBench(HOMES, DEVICES_EACH),
            new FirstPictureBench(),
            new LatencyBench(),
            new TilesBench(),
            new CopiesBench(CACHE),
            new MemoryBench(CACHE),
            new EnduranceBench(CACHE, MILLION),
            new RemovalBench(CACHE)));
    Stream.of(Profile.values()).map(NetworkBench::new).forEach(all::add);
    all.add(new UnequalBench());
    return List.copyOf(all);
  }

  @Override
  public Integer call() throws Exception {
    if (names.isEmpty()) {
      measurements.forEach(one -> out.printf("%-18s %s%n", one.name(), one.about()));
      return 0;
    }
    int status = 0;
    for (Measurement one : chosen()) {
      try {
        measure(one);
      } catch (IOException e) {
        spec.commandLine().getErr().println("bench " + one.name() + ": " + e.getMessage());
        status = 1;
      }
    }
    return status;
  }

  private void measure(Measurement one) throws Exception {
    Report report = Report.of(one.name(), one.measure(effort(one.usualEffort())));
    out.print(json ? report.json() : report.text());
    report.save(folder);
  }

  private List<Measurement> chosen() {
    if (names.equals(List.of("all"))) {
      return measurements;
    }
    return names.stream().flatMap(name -> named(name).stream()).toList();
  }

  /// The one of this name, or all whose names begin with it.
  private List<Measurement> named(String name) {
    List<Measurement> named = having(one -> one.name().equals(name));
    List<Measurement> found =
        named.isEmpty() ? having(one -> one.name().startsWith(name + "-")) : named;
    if (found.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "There is no bench " + name + ".");
    }
    return found;
  }

  private List<Measurement> having(Predicate<Measurement> property) {
    return measurements.stream().filter(property).toList();
  }

  private Effort effort(Effort usual) {
    return new Effort(
        rounds > 0 ? rounds : usual.rounds(),
        warmUpSeconds >= 0 ? Effort.seconds(warmUpSeconds) : usual.warmUp(),
        seconds > 0 ? Effort.seconds(seconds) : usual.turn());
  }

  /// Measures and ends the process: 0 done, 1 something could not be measured, 2 a mistake in the
  /// command line.
  public static void main(String[] arguments) {
    System.exit(commandLine(new Bench(System.out, all())).execute(arguments));
  }
}
