package io.mashrabiya.app.command;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.home.HomeRefused;
import java.io.IOException;
import java.io.PrintWriter;

/// Opens a home, and says in words why it does not open.
final class LocalHome {
  private LocalHome() {}

  /// Founds the household at the first start. Nothing runs yet, so that a relay can be told whom to
  /// admit.
  static Home open(HomeOptions options) throws Complaint {
    try {
      return Home.open(options);
    } catch (HomeRefused e) {
      String why = String.valueOf(e.getMessage());
      throw new Complaint(
          Exit.DATA, Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".", e);
    } catch (IOException e) {
      throw new Complaint(
          Exit.DATA, "The data folder " + options.data() + " cannot be used: " + e.getMessage(), e);
    }
  }

  /// Says so while the recovery kit lies where it was written.
  static void remind(Home home, PrintWriter out) {
    home.kitToPutAway()
        .ifPresent(kit ->
            out.printf(
                """

                Your recovery kit is in %s
                Print it or move it to a stick, and put it away: whoever holds it can take your household over,
                and without it nobody can bring your household back. This reminder ends when the file is gone.
                """,
                kit));
    out.flush();
  }
}
