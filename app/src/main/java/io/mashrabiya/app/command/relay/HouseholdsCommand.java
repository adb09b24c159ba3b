package io.mashrabiya.app.command.relay;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.terminal.Layout;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Spoken;
import java.util.List;
import picocli.CommandLine.Command;

/// Lists the households that are here, and those that something was decided about.
@Command(
    name = "households",
    header = "Lists the households that are here or were decided about.",
    description = "By their ids: a relay knows no names.")
public final class HouseholdsCommand extends Question {
  private static final int MOST = 1_000_000;
  private static final long MB = 1_000_000;
  private static final List<Integer> WIDTHS = List.of(32, 12);

  HouseholdsCommand() {
    super("/households", say("No household is here yet."));
  }

  @Override
  List<Spoken> lines(Fields answer) throws Malformed {
    return answer.objects("households", MOST, HouseholdsCommand::line);
  }

  private static Spoken line(Fields row) throws Malformed {
    String household = row.text("household");
    String standing = row.text("standing");
    boolean isOnline = row.flag("online");
    Sentence numbers =
        say(
            "{0} devices, {1} links from {2} addresses, {3} MB in memory, {4} MB carried today",
            row.whole("devices"),
            row.whole("links"),
            row.whole("addresses"),
            row.whole("cachedBytes") / MB,
            row.whole("carriedBytes") / MB);
    row.whole("sinceMicros");
    return Layout.row(
        WIDTHS,
        household,
        Standings.word(standing),
        isOnline ? numbers : say("home not linked; {0}", numbers));
  }
}
