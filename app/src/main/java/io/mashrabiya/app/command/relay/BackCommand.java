package io.mashrabiya.app.command.relay;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Turns a change back.
@Command(
    name = "back",
    header = "Turns a change back, for everybody or to a smaller share.",
    description = "It holds at once, also for who looks now, and after a restart.")
public final class BackCommand extends Turn {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "The share of all households that it still reaches (default: 0, nobody).")
  private String percent = "0";

  BackCommand() {
    super("back");
  }

  @Override
  String percent() {
    return percent;
  }
}
