package io.mashrabiya.app.doctor.house;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/// Whether the file, which may hold camera passwords, is its owner's alone.
record ConfigurationMode(Path file) implements Examination {
  @Override
  public String name() {
    return "mode";
  }

  @Override
  public Verdict examine() {
    try {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
      boolean isOpen =
          mode.contains(PosixFilePermission.GROUP_READ)
              || mode.contains(PosixFilePermission.OTHERS_READ);
      return isOpen
          ? new Verdict.Advice(
              "Other users of this machine may read it, with the passwords in it.",
              "chmod 600 '" + file + "'")
          : new Verdict.Ok("Only its owner may read it.");
    } catch (IOException | UnsupportedOperationException e) {
      return new Verdict.NotExamined("Nobody knows who may read it.");
    }
  }
}
