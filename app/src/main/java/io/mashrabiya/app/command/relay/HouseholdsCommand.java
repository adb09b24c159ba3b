package io.mashrabiya.app.command.relay;

import io.mashrabiya.app.Exit;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists the households that are here, and those that something was decided about.
@Command(
    name = "households",
    header = "Lists the households that are here or were decided about.",
    description = "By their ids: a relay knows no names.")
public final class HouseholdsCommand implements Callable<Integer> {
  private static final int MOST = 1_000_000;
  private static final long MB = 1_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningRelay relay = new RunningRelay();

  @Option(names = "--json", description = "For programs: one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    byte[] answer = relay.get("/households");
    if (json) {
      out.println(new String(answer, StandardCharsets.UTF_8));
    } else {
      List<String> lines =
          RunningRelay.read(
              answer, told -> told.objects("households", MOST, HouseholdsCommand::line));
      lines.forEach(out::println);
      if (lines.isEmpty()) {
        spec.commandLine().getErr().println("No household is here yet.");
      }
    }
    out.flush();
    return Exit.DONE.code();
  }

  private static String line(Fields row) throws Malformed {
    String household = row.text("household");
    String standing = row.text("standing");
    boolean isOnline = row.flag("online");
    String numbers =
        "%d devices, %d links from %d addresses, %d MB in memory, %d MB carried today"
            .formatted(
                row.whole("devices"),
                row.whole("links"),
                row.whole("addresses"),
                row.whole("cachedBytes") / MB,
                row.whole("carriedBytes") / MB);
    row.whole("sinceMicros");
    return "%s  %-12s  %s"
        .formatted(household, standing, isOnline ? numbers : "home not linked; " + numbers);
  }
}
