package io.mashrabiya.app.command.relay;

import io.mashrabiya.app.Exit;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.link.ByeReason;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows what runs.
@Command(
    name = "status",
    header = "Shows what runs: homes, links, pictures a second, refusals.",
    description = "Ends with 0 while a relay runs and answers.")
public final class StatusCommand implements Callable<Integer> {
  private static final double MB = 1e6;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningRelay relay = new RunningRelay();

  @Option(names = "--json", description = "For programs: one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    byte[] answer = relay.get("/status");
    if (json) {
      out.println(new String(answer, StandardCharsets.UTF_8));
    } else {
      RunningRelay.read(answer, status -> lines(status, Instant.now())).forEach(out::println);
    }
    out.flush();
    return Exit.DONE.code();
  }

  private static List<String> lines(Fields status, Instant now) throws Malformed {
    Instant since = Micros.instant(status.whole("sinceMicros"));
    List<String> lines = new ArrayList<>();
    lines.add("Relay at " + status.text("origin") + ", version " + status.text("version"));
    lines.add(
        "  runs since "
            + since.truncatedTo(ChronoUnit.SECONDS)
            + " ("
            + words(Duration.between(since, now))
            + ")");
    lines.add(
        "  takes in homes by %s, %d suspended"
            .formatted(status.text("admission"), status.whole("suspended")));
    lines.add(
        "  %d of %d homes linked, %d links, %d of them viewers'"
            .formatted(
                status.whole("homes"),
                status.whole("households"),
                status.whole("links"),
                status.whole("viewers")));
    lines.add(
        String.format(
            Locale.ROOT,
            "  %.1f MB of sealed pictures in memory, %d frames a second in, %d out",
            status.whole("cachedBytes") / MB,
            status.whole("framesInPerSecond"),
            status.whole("framesOutPerSecond")));
    lines.addAll(endings(status.object("ended")));
    if (status.flag("leaving")) {
      lines.add("  another process takes over from it");
    }
    return lines;
  }

  /// The reasons for which links were ended, the frequent first.
  private static List<String> endings(Fields ended) {
    List<String> lines = new ArrayList<>();
    for (ByeReason reason : ByeReason.values()) {
      try {
        lines.add(ended.whole(reason.text()) + " links ended: " + reason.text());
      } catch (Malformed none) {
        // never yet
      }
    }
    return lines.stream().map(line -> "  " + line).toList();
  }

  private static String words(Duration ran) {
    return ran.toHours() > 0
        ? ran.toHours() + " h " + ran.toMinutesPart() + " min"
        : ran.toMinutesPart() + " min " + ran.toSecondsPart() + " s";
  }
}
