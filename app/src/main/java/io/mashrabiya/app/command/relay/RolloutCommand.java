package io.mashrabiya.app.command.relay;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.terminal.Layout;
import io.mashrabiya.relay.rollout.Ledger;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Spoken;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/// Shows how far changes have gone at the relay that runs, and by which steps.
@Command(
    name = "rollout",
    header = "Lets a change of the relay's reach some households before others, and turns it back.",
    description = {
      "Alone it shows each change, how far it has gone, and the newest steps with their reasons.",
      "A household is in by its id: who is in at a share is in at each larger one."
    },
    subcommands = {AdvanceCommand.class, BackCommand.class})
public final class RolloutCommand extends Question {
  private static final int NEWEST = 10;
  private static final List<Integer> CHANGES = List.of(20, 7);
  private static final List<Integer> STEPS = List.of(20, 20, 14);

  RolloutCommand() {
    super("/rollout", Sentence.NOTHING);
  }

  @Override
  List<Spoken> lines(Fields answer) throws Malformed {
    List<Spoken> lines = new ArrayList<>();
    lines.add(Layout.row(CHANGES, say("CHANGE"), say("SHARE"), say("HOUSEHOLDS")));
    lines.addAll(answer.objects("changes", Ledger.MOST_CHANGES, RolloutCommand::change));
    List<Spoken> steps = answer.objects("steps", Ledger.MOST_STEPS, RolloutCommand::step);
    if (!steps.isEmpty()) {
      lines.add(tongue -> "");
      lines.add(Layout.row(STEPS, say("TIME"), say("CHANGE"), say("STEP"), say("REASON")));
      lines.addAll(steps.subList(Math.max(0, steps.size() - NEWEST), steps.size()));
    }
    return lines;
  }

  private static Spoken change(Fields fields) throws Malformed {
    var told = ToldChange.read(fields);
    return Layout.row(
        CHANGES, told.change(), told.share(), say("{0} of {1}", told.reached(), told.known()));
  }

  private static Spoken step(Fields step) throws Malformed {
    return Layout.row(
        STEPS,
        Micros.instant(step.whole("atMicros")).truncatedTo(ChronoUnit.SECONDS),
        step.text("change"),
        say(
            "{0} to {1}",
            ToldChange.share(step, "beforePerTenThousand"),
            ToldChange.share(step, "afterPerTenThousand")),
        step.text("reason"));
  }
}
