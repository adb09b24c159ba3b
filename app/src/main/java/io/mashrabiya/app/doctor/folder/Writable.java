package io.mashrabiya.app.doctor.folder;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a home can write into its folder, tried with a file that is deleted again.
record Writable(Path folder) implements Examination {
  private static final Sentence REMEDY =
      say(
          "Give it to the user who runs Mashrabiya (chown, chmod 700), or name another folder by --data.");

  @Override
  public String name() {
    return "writable";
  }

  @Override
  public Verdict examine() {
    Path nearest = FolderWard.nearest(folder);
    if (!Files.isDirectory(nearest)) {
      return new Verdict.Fault(
          say("{0} is a file, not a folder.", nearest), say("Name another folder by --data."));
    }
    if (!Files.exists(folder)) {
      return Files.isWritable(nearest)
          ? new Verdict.Ok(say("It is not there yet; the first start makes it."))
          : new Verdict.Fault(say("It is not there, and cannot be made in {0}.", nearest), REMEDY);
    }
    try {
      // named as what a home clears away at its next start
      Files.delete(Files.createTempFile(folder, ".doctor", ".new"));
      return new Verdict.Ok(say("It can be written to."));
    } catch (IOException e) {
      return new Verdict.Fault(say("It cannot be written to."), REMEDY);
    }
  }
}
