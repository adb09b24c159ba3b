package io.mashrabiya.app.command.recovery;

import io.mashrabiya.home.store.Recovery;
import java.io.PrintWriter;
import java.nio.file.Path;

/// What a person is told when a household was restored.
final class Farewell {
  private Farewell() {}

  static void say(Recovery recovery, int kept, Path folder, PrintWriter out) {
    out.println("Household " + recovery.household() + " is restored in " + folder + ".");
    out.println(
        switch (kept) {
          case 0 -> "No device belongs to it yet: the home prints a pairing link when it starts.";
          case 1 -> "1 device stays, and follows by itself once the home runs.";
          default -> kept + " devices stay, and follow by themselves once the home runs.";
        });
    out.println(
        "Older copies of this home, such as a stolen machine's, are refused by the relay and by each device that has met the new one.");
    out.println("Start it as before, with `mashrabiya serve` or `mashrabiya home`.");
    out.flush();
  }
}
