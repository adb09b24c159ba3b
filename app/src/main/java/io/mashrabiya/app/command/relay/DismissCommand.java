package io.mashrabiya.app.command.relay;

import io.mashrabiya.app.Exit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes the home of a household in no more.
@Command(
    name = "dismiss",
    header = "Takes the home of a household in no more.",
    description =
        "Its links end at once, and it stays out after a restart, whatever the configuration says.")
public final class DismissCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningRelay relay = new RunningRelay();

  @Parameters(
      paramLabel = "HOUSEHOLD",
      description = "Its id, as its home and `relay households` print it.")
  private String household = "";

  @Override
  public Integer call() throws Exception {
    String standing = relay.decide("dismiss", household);
    spec.commandLine()
        .getErr()
        .println(
            "Household %s: its home is taken in no more, and its links are ended."
                    .formatted(household)
                + Standings.words(standing, "not-admitted"));
    return Exit.DONE.code();
  }
}
