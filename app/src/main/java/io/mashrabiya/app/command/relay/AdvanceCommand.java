package io.mashrabiya.app.command.relay;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Lets a change reach more households.
@Command(
    name = "advance",
    header = "Lets a change reach more households.",
    description = "Whoever it has reached before stays; it holds at once, and after a restart.")
public final class AdvanceCommand extends Turn {
  @Parameters(
      index = "1",
      paramLabel = "PERCENT",
      description = "The share of all households that it reaches, more than now.")
  private String percent = "";

  AdvanceCommand() {
    super("advance");
  }

  @Override
  String percent() {
    return percent;
  }
}
