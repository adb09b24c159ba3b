package io.mashrabiya.app.command.relay;

import io.mashrabiya.app.Exit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes the home of a household in from now on.
@Command(
    name = "admit",
    header = "Takes the home of a household in from now on.",
    description = "It stays so after a restart, whatever the configuration says.")
public final class AdmitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningRelay relay = new RunningRelay();

  @Parameters(
      paramLabel = "HOUSEHOLD",
      description = "Its id, as its home and `relay households` print it.")
  private String household = "";

  @Override
  public Integer call() throws Exception {
    String standing = relay.decide("admit", household);
    spec.commandLine()
        .getErr()
        .println(
            "Household %s: its home is taken in.".formatted(household)
                + Standings.words(standing, "admitted"));
    return Exit.DONE.code();
  }
}
