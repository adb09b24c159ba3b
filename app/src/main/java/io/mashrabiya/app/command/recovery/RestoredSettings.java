package io.mashrabiya.app.command.recovery;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.config.ConfigurationFault;
import io.mashrabiya.app.config.ConfigurationFile;
import io.mashrabiya.home.store.Backup;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The configuration that a backup holds, on its way to its place. One that is there is never
/// written over.
///
/// @param file where it belongs
/// @param text may hold passwords of cameras
record RestoredSettings(ConfigurationFile file, String text) {
  static Optional<RestoredSettings> of(Optional<Backup> backup, ConfigurationFile file) {
    return backup
        .flatMap(Backup::configuration)
        .map(bytes -> new RestoredSettings(file, new String(bytes, StandardCharsets.UTF_8)));
  }

  /// What settles the rest: the file that is there, or else what is to be put there.
  Configuration said() throws ConfigurationFault {
    return isThere() ? file.read() : file.understand(text);
  }

  /// Beside its place where another one is in it. Again with the same, it changes nothing.
  void put(PrintWriter out) throws ConfigurationFault {
    Path place = file.path();
    if (!isThere()) {
      file.write(text);
      out.println(say("The configuration is in its place again: {0}.", place));
    } else if (!file.text().equals(text)) {
      Path beside = place.resolveSibling(place.getFileName() + ".restored");
      ConfigurationFile.named(beside).write(text);
      out.println(
          say("{0} is there and was left as it is; that of the backup is in {1}.", place, beside));
    }
  }

  private boolean isThere() {
    return Files.exists(file.path());
  }

  /// Without the text.
  @Override
  public String toString() {
    return "RestoredSettings[" + file.path() + "]";
  }
}
