package io.mashrabiya.app.command.relay;

import static io.mashrabiya.words.Sentence.say;

import picocli.CommandLine.Command;

/// Suspends a household until it is resumed.
@Command(
    name = "suspend",
    header = "Suspends a household until it is resumed.",
    description =
        "All its links end at once; its home and its devices are told so in words. It stays so after a restart.")
public final class SuspendCommand extends Decision {
  SuspendCommand() {
    super(
        "suspend",
        household -> say("Household {0} is suspended, and its links are ended.", household),
        "suspended");
  }
}
