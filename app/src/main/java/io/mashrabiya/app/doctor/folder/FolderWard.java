package io.mashrabiya.app.doctor.folder;

import io.mashrabiya.app.doctor.Finding;
import io.mashrabiya.app.doctor.Patient;
import io.mashrabiya.app.doctor.Ward;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// All examinations of a data folder. Nothing in it is changed, but for a probe file that is
/// deleted again.
public record FolderWard(Path folder, DiskSpace space) implements Ward {
  @Override
  public Patient patient() {
    return new Patient(Patient.Kind.DATA, folder.toString());
  }

  @Override
  public List<Finding> visit() throws InterruptedException {
    return Ward.examine(
        patient(),
        List.of(
            new Writable(folder),
            new Modes(folder),
            new SpaceLeft(folder, space),
            new Household(folder),
            new RecoveryKit(folder),
            new HomeAnswers(folder)));
  }

  /// The folder itself, or the nearest one above it that is there.
  static Path nearest(Path folder) {
    Path at = folder.toAbsolutePath().normalize();
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }
}
