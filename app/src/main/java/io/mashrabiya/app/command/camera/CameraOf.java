package io.mashrabiya.app.command.camera;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.home.CameraSettings;
import java.util.List;

/// Finds a camera of the configuration by its name.
final class CameraOf {
  private CameraOf() {}

  static CameraSettings name(Configuration said, String name) throws Complaint {
    List<String> names = said.cameras().stream().map(CameraSettings::name).toList();
    int index = names.indexOf(name);
    if (index < 0) {
      throw new Complaint(
          Exit.USAGE,
          "The configuration has no camera of this name"
              + (names.isEmpty()
                  ? ", and no other."
                  : "; it has " + String.join(", ", names) + "."));
    }
    return said.cameras().get(index);
  }
}
