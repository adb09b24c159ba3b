package io.mashrabiya.app.command.relay;

import picocli.CommandLine.Command;

/// Ends the suspension of a household.
@Command(
    name = "resume",
    header = "Ends the suspension of a household.",
    description = "Its home and its devices come back by themselves, the home within 15 seconds.")
public final class ResumeCommand extends Decision {
  ResumeCommand() {
    super("resume", "Household %s is suspended no more.", "admitted");
  }
}
