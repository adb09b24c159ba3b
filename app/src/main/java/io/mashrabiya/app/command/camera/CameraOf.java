package io.mashrabiya.app.command.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.words.Sentence;
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
          names.isEmpty()
              ? say("The configuration has no camera of this name, and no other.")
              : say(
                  "The configuration has no camera of this name; it has {0}.",
                  Sentence.listed(names)));
    }
    return said.cameras().get(index);
  }
}
