package io.mashrabiya.app.doctor.folder;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.home.door.DoorClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Whether a home runs from the folder, and answers at its socket.
record RunningHome(Path folder) implements Examination {
  @Override
  public String name() {
    return "running";
  }

  @Override
  public Verdict examine() {
    return answers(folder)
        ? new Verdict.Ok("A home runs from it and answers.")
        : new Verdict.Ok("No home runs from it now.");
  }

  /// Whether one does.
  static boolean answers(Path folder) {
    try {
      return new DoorClient(folder).snapshot(Optional.empty(), "jpg").status() > 0;
    } catch (IOException e) {
      return false;
    }
  }
}
