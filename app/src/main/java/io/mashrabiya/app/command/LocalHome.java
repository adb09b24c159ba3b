package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.home.HomeRefused;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/// Opens a home, and says in words why it does not open.
final class LocalHome {
  private LocalHome() {}

  /// Founds the household at the first start. Nothing runs yet, so that a relay can be told whom to
  /// admit.
  static Home open(HomeOptions options) throws Complaint {
    try {
      return Home.open(options);
    } catch (HomeRefused e) {
      throw new Complaint(Exit.DATA, e.words(), e);
    } catch (IOException e) {
      throw new Complaint(
          Exit.DATA, say("The data folder {0} cannot be used: {1}", options.data(), words(e)), e);
    }
  }

  /// The disk's own words are often no more than a path.
  private static Sentence words(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException taken ->
          say("{0} is a file. Name a folder with --data.", taken.getFile());
      case AccessDeniedException denied ->
          say(
              "{0} may not be read or written by you. Change its owner or permissions, or name another folder with --data.",
              denied.getFile());
      case FileSystemException other when other.getReason() != null ->
          say(
              "{0}: {1}. Another folder can be named with --data.",
              other.getFile(), other.getReason());
      default -> say("{0}. Another folder can be named with --data.", Told.of(e));
    };
  }

  /// Says so while there is no camera, and while the recovery kit lies where it was written.
  static void remind(Home home, PrintWriter err) {
    if (home.cameras().isEmpty()) {
      err.println(
          say(
              "This house has no camera yet: `mashrabiya camera add` puts one in, and it is shown at once."));
    }
    home.kitToPutAway()
        .ifPresent(kit -> {
          err.println();
          err.println(say("Your recovery kit is in {0}", kit));
          err.println(
              say(
                  "Open it in a browser, print it and delete the file, or move it to a stick, and put it away: whoever holds it can take your household over, and without it nobody can bring your household back."));
          err.println(say("This reminder ends when the file is gone."));
        });
    err.flush();
  }
}
