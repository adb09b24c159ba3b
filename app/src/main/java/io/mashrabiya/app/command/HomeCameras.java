package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.address.Credentials;
import java.util.ArrayList;
import java.util.List;

/// A home's cameras: those of the configuration file, which may change while it runs, and those
/// that were typed.
final class HomeCameras {
  private final List<CameraSettings> typed = new ArrayList<>();

  /// Cameras of the file with the password that was asked for.
  private final List<CameraSettings> asked = new ArrayList<>();

  /// Adds the password to a camera where one is missing.
  @FunctionalInterface
  interface Asking {
    CameraSettings ask(CameraSettings camera) throws Complaint;
  }

  /// Asks for the passwords that are missing.
  ///
  /// @param line cameras as they were typed
  HomeCameras(Configuration file, List<String> line, Asking asking) throws Complaint {
    for (CameraSettings camera : file.cameras()) {
      asked.add(asking.ask(camera));
    }
    for (String camera : line) {
      int number = file.cameras().size() + typed.size() + 1;
      typed.add(asking.ask(TypedCamera.read(camera, "Camera " + number)));
    }
  }

  /// All of them, as the file says now.
  List<CameraSettings> with(Configuration file) throws Complaint {
    List<CameraSettings> all = new ArrayList<>();
    file.cameras().forEach(camera -> all.add(withPassword(camera)));
    all.addAll(typed);
    if (all.size() > Configuration.MAX_CAMERAS) {
      throw new Complaint(
          Exit.USAGE, say("A household has at most {0} cameras.", Configuration.MAX_CAMERAS));
    }
    if (all.stream().map(CameraSettings::name).distinct().count() < all.size()) {
      throw new Complaint(
          Exit.USAGE,
          say("Two cameras have the same name: write NAME=rtsp://... to give each its own."));
    }
    return all;
  }

  /// Nobody is asked while the home runs: what was typed for a camera stays with it, whether its
  /// name, its address or something else of it is edited.
  private CameraSettings withPassword(CameraSettings camera) {
    if (camera.credentials().filter(given -> given.password().isEmpty()).isEmpty()) {
      return camera;
    }
    Credentials given = camera.credentials().get();
    return asked.stream()
        .filter(before ->
            before.name().equals(camera.name()) || before.address().equals(camera.address()))
        .flatMap(before -> before.credentials().stream())
        .filter(before -> before.userName().equals(given.userName()))
        .findFirst()
        .map(camera::askingFor)
        .orElse(camera);
  }
}
