package io.mashrabiya.app.command.relay;

import static io.mashrabiya.words.Sentence.say;

import picocli.CommandLine.Command;

/// Takes the home of a household in from now on.
@Command(
    name = "admit",
    header = "Takes the home of a household in from now on.",
    description = "It stays so after a restart, whatever the configuration says.")
public final class AdmitCommand extends Decision {
  AdmitCommand() {
    super("admit", household -> say("Household {0}: its home is taken in.", household), "admitted");
  }
}
