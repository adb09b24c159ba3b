package io.mashrabiya.app.command.relay;

import io.mashrabiya.app.Exit;
import io.mashrabiya.words.Sentence;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What an operator decides about one household, at the relay that runs.
abstract sealed class Decision implements Callable<Integer>
    permits AdmitCommand, DismissCommand, ResumeCommand, SuspendCommand {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningRelay relay = new RunningRelay();

  @Parameters(
      paramLabel = "HOUSEHOLD",
      description = "Its id, as its home and `relay households` print it.")
  private String household = "";

  private final String verb;
  private final Function<String, Sentence> done;
  private final String expected;

  /// @param verb as the console calls it
  /// @param done says so of a household
  /// @param expected how the household stands after it, unless something else keeps it from that
  Decision(String verb, Function<String, Sentence> done, String expected) {
    this.verb = verb;
    this.done = done;
    this.expected = expected;
  }

  @Override
  public final Integer call() throws Exception {
    String standing = relay.decide(verb, household);
    spec.commandLine()
        .getErr()
        .println(done.apply(household).then(Standings.words(standing, expected)));
    return Exit.DONE.code();
  }
}
