package io.mashrabiya.app.command.recovery;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.store.Recovery;
import java.io.PrintWriter;
import java.nio.file.Path;

/// What a person is told when a household was restored.
final class Farewell {
  private Farewell() {}

  static void tell(Recovery recovery, int kept, Path folder, PrintWriter out) {
    out.println(say("Household {0} is restored in {1}.", recovery.household(), folder));
    out.println(
        switch (kept) {
          case 0 ->
              say("No device belongs to it yet: the home prints a pairing link when it starts.");
          case 1 -> say("1 device stays, and follows by itself once the home runs.");
          default -> say("{0} devices stay, and follow by themselves once the home runs.", kept);
        });
    out.println(
        say(
            "Older copies of this home, such as a stolen machine's, are refused by the relay and by each device that has met the new one."));
    out.println(say("Start it as before, with `mashrabiya serve` or `mashrabiya home`."));
    out.flush();
  }
}
