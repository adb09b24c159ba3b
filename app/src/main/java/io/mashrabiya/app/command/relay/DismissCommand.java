package io.mashrabiya.app.command.relay;

import static io.mashrabiya.words.Sentence.say;

import picocli.CommandLine.Command;

/// Takes the home of a household in no more.
@Command(
    name = "dismiss",
    header = "Takes the home of a household in no more.",
    description =
        "Its links end at once, and it stays out after a restart, whatever the configuration says.")
public final class DismissCommand extends Decision {
  DismissCommand() {
    super(
        "dismiss",
        household ->
            say("Household {0}: its home is taken in no more, and its links are ended.", household),
        "not-admitted");
  }
}
