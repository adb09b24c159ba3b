package io.mashrabiya.app.command.recovery;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.vault.keys.KitFile;
import io.mashrabiya.vault.keys.RootKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The recovery kit as a person names it on the command line.
///
/// @param named a file, or `-` for what is typed
record Kit(Path named) {
  private static final String TYPED = "-";

  /// Blocks while it is typed.
  RootKey root() throws Complaint {
    try {
      KitFile.Reading reading = isTyped() ? KitFile.typed(System.in) : new KitFile(named).read();
      return switch (reading) {
        case KitFile.Reading.Held(RootKey root) -> root;
        case KitFile.Reading.Absent() ->
            throw new Complaint(
                Exit.FAILED,
                say(
                    "There is no recovery kit {0}: name the file, or type it with --kit -.",
                    named));
        case KitFile.Reading.Refused(var why) -> throw new Complaint(Exit.FAILED, why);
      };
    } catch (IOException e) {
      throw new Complaint(Exit.FAILED, say("The recovery kit {0} cannot be read.", named), e);
    }
  }

  boolean isTyped() {
    return named.toString().equals(TYPED);
  }

  /// Where it lies on this machine, if it does.
  Optional<Path> lies() {
    return isTyped() ? Optional.empty() : Optional.of(named);
  }
}
