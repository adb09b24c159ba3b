package io.mashrabiya.app.command.relay;

import io.mashrabiya.app.Exit;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Spoken;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What an operator asks the relay that runs: told to people in lines, and to programs as the relay
/// answers it.
abstract sealed class Question implements Callable<Integer>
    permits HouseholdsCommand, RolloutCommand, StatusCommand {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningRelay relay = new RunningRelay();

  @Option(names = "--json", description = "For programs: one line of JSON.")
  private boolean json;

  private final String target;
  private final Sentence nothing;

  /// @param target at the console
  /// @param nothing says that there is nothing to tell
  Question(String target, Sentence nothing) {
    this.target = target;
    this.nothing = nothing;
  }

  /// The answer for people.
  abstract List<? extends Spoken> lines(Fields answer) throws Malformed;

  @Override
  public final Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    byte[] answer = relay.get(target);
    if (json) {
      out.println(new String(answer, StandardCharsets.UTF_8));
    } else {
      List<? extends Spoken> lines = RunningRelay.read(answer, this::lines);
      lines.forEach(out::println);
      if (lines.isEmpty()) {
        spec.commandLine().getErr().println(nothing);
      }
    }
    out.flush();
    return Exit.DONE.code();
  }
}
