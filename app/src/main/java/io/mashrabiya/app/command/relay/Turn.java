package io.mashrabiya.app.command.relay;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.rollout.Ledger;
import io.mashrabiya.relay.rollout.Reason;
import io.mashrabiya.relay.rollout.Share;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Spoken;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// One step of a change, at the relay that runs.
abstract sealed class Turn implements Callable<Integer> permits AdvanceCommand, BackCommand {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningRelay relay = new RunningRelay();

  @Parameters(index = "0", paramLabel = "CHANGE", description = "Its name, as `rollout` prints it.")
  private String change = "";

  @Option(
      names = "--reason",
      paramLabel = "WORDS",
      required = true,
      description = "Why, in a line of your own words; it is kept with the time.")
  private String reason = "";

  private final String way;

  /// @param way as the console calls it
  Turn(String way) {
    this.way = way;
  }

  /// As it was typed.
  abstract String percent();

  @Override
  public final Integer call() throws Exception {
    Change known =
        Change.named(change)
            .orElseThrow(() -> usage(say("Name a change of this version: {0}.", names())));
    Share share =
        Share.parse(percent())
            .orElseThrow(() ->
                usage(say("Write a share in percent, from 0 to 100, with two decimals at most.")));
    Reason why =
        Reason.of(reason)
            .orElseThrow(() ->
                usage(say("Say why in one line of 1 to {0} characters.", Reason.MOST_CHARACTERS)));
    byte[] answer =
        relay.post(
            "/rollout/"
                + way
                + "?change="
                + known.label()
                + "&percent="
                + share.percent()
                + "&reason="
                + URLEncoder.encode(why.text(), StandardCharsets.UTF_8));
    RunningRelay.read(answer, Turn::changes).stream()
        .filter(told -> told.change().equals(known.label()))
        .forEach(told ->
            spec.commandLine()
                .getErr()
                .println(
                    say(
                        "{0} is at {1} now, and has reached {2} of {3} known households.",
                        told.change(), told.share(), told.reached(), told.known())));
    return Exit.DONE.code();
  }

  private static List<ToldChange> changes(Fields answer) throws Malformed {
    return answer.objects("changes", Ledger.MOST_CHANGES, ToldChange::read);
  }

  private static Spoken names() {
    return Sentence.listed(Stream.of(Change.values()).map(Change::label).toList());
  }

  private static Complaint usage(Sentence words) {
    return new Complaint(Exit.USAGE, words);
  }
}
