package io.mashrabiya.app.command.relay;

import io.mashrabiya.app.Exit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Ends the suspension of a household.
@Command(
    name = "resume",
    header = "Ends the suspension of a household.",
    description = "Its home and its devices come back by themselves, the home within 15 seconds.")
public final class ResumeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningRelay relay = new RunningRelay();

  @Parameters(
      paramLabel = "HOUSEHOLD",
      description = "Its id, as its home and `relay households` print it.")
  private String household = "";

  @Override
  public Integer call() throws Exception {
    String standing = relay.decide("resume", household);
    spec.commandLine()
        .getErr()
        .println(
            "Household %s is suspended no more.".formatted(household)
                + Standings.words(standing, "admitted"));
    return Exit.DONE.code();
  }
}
