package io.mashrabiya.app.doctor.house;

import io.mashrabiya.app.config.ConfigurationFile;
import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
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
        .orElseGet(() -> new Verdict.NotExamined("Nobody knows who may read it."));
  }

  private Verdict judge(boolean isOpen) {
    return isOpen
        ? new Verdict.Advice(
            "Other users of this machine may read it, with the passwords in it.",
            "chmod 600 '" + file + "'")
        : new Verdict.Ok("Only its owner may read it.");
  }
}
