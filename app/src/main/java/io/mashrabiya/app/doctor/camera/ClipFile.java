package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a video is there and may be read.
record ClipFile(Path file) implements Examination {
  @Override
  public String name() {
    return "file";
  }

  @Override
  public Verdict examine() {
    if (!Files.exists(file)) {
      return new Verdict.Fault(
          "There is no " + file.toAbsolutePath() + " that this user can see.",
          "Check how it is written: a path in the configuration is meant from where that file lies, nothing in it is escaped.");
    }
    if (!Files.isRegularFile(file)) {
      return new Verdict.Fault(
          file + " is no file, but a folder or a device.",
          "Name the video itself behind file:, such as file:clip.mp4.");
    }
    return Files.isReadable(file)
        ? new Verdict.Ok("The file is there and may be read.")
        : new Verdict.Fault(
            file + " may not be read by this user.",
            "Give it to the user who runs Mashrabiya (chown), or let that user read it (chmod).");
  }
}
