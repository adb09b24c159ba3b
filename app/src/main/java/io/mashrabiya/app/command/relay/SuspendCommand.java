package io.mashrabiya.app.command.relay;

import io.mashrabiya.app.Exit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Suspends a household until it is resumed.
@Command(
    name = "suspend",
    header = "Suspends a household until it is resumed.",
    description =
        "All its links end at once; its home and its devices are told so in words. It stays so after a restart.")
public final class SuspendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningRelay relay = new RunningRelay();

  @Parameters(
      paramLabel = "HOUSEHOLD",
      description = "Its id, as its home and `relay households` print it.")
  private String household = "";

  @Override
  public Integer call() throws Exception {
    String standing = relay.decide("suspend", household);
    spec.commandLine()
        .getErr()
        .println(
            "Household %s is suspended, and its links are ended.".formatted(household)
                + Standings.words(standing, "suspended"));
    return Exit.DONE.code();
  }
}
