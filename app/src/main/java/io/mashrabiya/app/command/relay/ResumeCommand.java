package io.mashrabiya.app.command.relay;

import static io.mashrabiya.words.Sentence.say;

import picocli.CommandLine.Command;

/// Ends the suspension of a household.
@Command(
    name = "resume",
    header = "Ends the suspension of a household.",
    description = "Its home and its devices come back by themselves, the home within 15 seconds.")
public final class ResumeCommand extends Decision {
  ResumeCommand() {
    super("resume", household -> say("Household {0} is suspended no more.", household), "admitted");
  }
}
