package io.mashrabiya.app.doctor.folder;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a home can write into its folder, tried with a file that is deleted again.
record Writable(Path folder) implements Examination {
  private static final String REMEDY =
      "Give it to the user who runs Mashrabiya (chown, chmod 700), or name another folder by --data.";

  @Override
  public String name() {
    return "writable";
  }

  @Override
  public Verdict examine() {
    Path nearest = FolderWard.nearest(folder);
    if (!Files.isDirectory(nearest)) {
      return new Verdict.Fault(
          nearest + " is a file, not a folder.", "Name another folder by --data.");
    }
    if (!Files.exists(folder)) {
      return Files.isWritable(nearest)
          ? new Verdict.Ok("It is not there yet; the first start makes it.")
          : new Verdict.Fault("It is not there, and cannot be made in " + nearest + ".", REMEDY);
    }
    try {
      // named as what a home clears away at its next start
      Files.delete(Files.createTempFile(folder, ".doctor", ".new"));
      return new Verdict.Ok("It can be written to.");
    } catch (IOException e) {
      return new Verdict.Fault("It cannot be written to.", REMEDY);
    }
  }
}
