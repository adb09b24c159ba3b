package io.mashrabiya.app.doctor.house;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.config.ConfigurationFile;
import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.words.Sentence;
import java.nio.file.Path;

/// Whether the file, which may hold camera passwords, is its owner's alone.
record ConfigurationMode(Path file) implements Examination {
  @Override
  public String name() {
    return "mode";
  }

  @Override
  public Verdict examine() {
    return ConfigurationFile.named(file)
        .mayOthersRead()
        .map(this::judge)
        .orElseGet(() -> new Verdict.NotExamined(say("Nobody knows who may read it.")));
  }

  private Verdict judge(boolean isOpen) {
    return isOpen
        ? new Verdict.Advice(
            say("Other users of this machine may read it, with the passwords in it."),
            Sentence.quoted("chmod 600 '" + file + "'"))
        : new Verdict.Ok(say("Only its owner may read it."));
  }
}
