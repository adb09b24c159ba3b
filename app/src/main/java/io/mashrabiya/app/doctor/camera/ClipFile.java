package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

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
          say("There is no {0} that this user can see.", file.toAbsolutePath()),
          say(
              "Check how it is written: a path in the configuration is meant from where that file lies, nothing in it is escaped."));
    }
    if (!Files.isRegularFile(file)) {
      return new Verdict.Fault(
          say("{0} is no file, but a folder or a device.", file),
          say("Name the video itself behind file:, such as file:clip.mp4."));
    }
    return Files.isReadable(file)
        ? new Verdict.Ok(say("The file is there and may be read."))
        : new Verdict.Fault(
            say("{0} may not be read by this user.", file),
            say(
                "Give it to the user who runs Mashrabiya (chown), or let that user read it (chmod)."));
  }
}
