package io.mashrabiya.app.doctor.folder;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Whether only its owner may look into the folder and its files (docs/ref/data-folder.md).
record Modes(Path folder) implements Examination {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  @Override
  public String name() {
    return "modes";
  }

  @Override
  public Verdict examine() {
    if (!Files.isDirectory(folder)) {
      return new Verdict.NotExamined(
          say("There is no folder yet whose permissions could be looked at."));
    }
    try {
      if (isOpen(folder)) {
        return new Verdict.Fault(
            say("Other users may look into it ({0}).", text(folder)),
            Sentence.quoted("chmod 700 '" + folder + "'"));
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          if (!Files.isDirectory(file) && isOpen(file)) {
            return new Verdict.Fault(
                say("Other users may read {0} ({1}).", file.getFileName(), text(file)),
                say("{0}, and ask who could read it until now", "chmod go= '" + file + "'"));
          }
        }
      }
      return new Verdict.Ok(say("Only its owner may look into it."));
    } catch (UnsupportedOperationException e) {
      return new Verdict.NotExamined(say("This system knows no permissions of POSIX."));
    } catch (IOException e) {
      return new Verdict.Fault(
          say("It cannot be looked into."),
          say("Give it to the user who runs Mashrabiya (chown)."));
    }
  }

  /// A running home replaces its files: what is gone a moment later is open to nobody.
  private static boolean isOpen(Path file) throws IOException {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static String text(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
