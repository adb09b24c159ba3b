package io.mashrabiya.app.command.relay;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.terminal.Layout;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/// Shows what runs.
@Command(
    name = "status",
    header = "Shows what runs: homes, links, pictures a second, refusals.",
    description = "Ends with 0 while a relay runs and answers.")
public final class StatusCommand extends Question {
  private static final double MB = 1e6;

  StatusCommand() {
    super("/status", Sentence.NOTHING);
  }

  @Override
  List<Spoken> lines(Fields status) throws Malformed {
    Instant since = Micros.instant(status.whole("sinceMicros"));
    List<Spoken> lines = new ArrayList<>();
    lines.add(say("Relay at {0}, version {1}", status.text("origin"), status.text("version")));
    for (Sentence more : more(status, since)) {
      lines.add(Layout.indented(more));
    }
    return lines;
  }

  private static List<Sentence> more(Fields status, Instant since) throws Malformed {
    List<Sentence> lines = new ArrayList<>();
    lines.add(
        say(
            "runs since {0} ({1})",
            since.truncatedTo(ChronoUnit.SECONDS), words(Duration.between(since, Instant.now()))));
    lines.add(
        say(
            "takes in homes by {0}, {1} suspended",
            status.text("admission"), status.whole("suspended")));
    lines.add(
        say(
            "{0} of {1} homes linked, {2} links, {3} of them viewers'",
            status.whole("homes"),
            status.whole("households"),
            status.whole("links"),
            status.whole("viewers")));
    lines.add(
        say(
            "{0} MB of sealed pictures in memory, {1} frames a second in, {2} out",
            String.format(Locale.ROOT, "%.1f", status.whole("cachedBytes") / MB),
            status.whole("framesInPerSecond"),
            status.whole("framesOutPerSecond")));
    lines.addAll(endings(status.object("ended")));
    if (status.flag("leaving")) {
      lines.add(say("another process takes over from it"));
    }
    return lines;
  }

  /// The reasons for which links were ended, by the names that the protocol has for them.
  private static List<Sentence> endings(Fields ended) {
    List<Sentence> lines = new ArrayList<>();
    for (ByeReason reason : ByeReason.values()) {
      try {
        lines.add(say("{0} links ended: {1}", ended.whole(reason.text()), reason.text()));
      } catch (Malformed none) {
        // never yet
      }
    }
    return lines;
  }

  private static Sentence words(Duration ran) {
    return ran.toHours() > 0
        ? say("{0} h {1} min", ran.toHours(), ran.toMinutesPart())
        : say("{0} min {1} s", ran.toMinutesPart(), ran.toSecondsPart());
  }
}
