package io.mashrabiya.app.command;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.home.CameraSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A home's cameras: those of the configuration file, which may change while it runs, and those
/// that were typed.
final class HomeCameras {
  private final List<CameraSettings> typed = new ArrayList<>();

  /// Cameras of the file as they are with the password that was asked for.
  private final Map<CameraSettings, CameraSettings> asked = new LinkedHashMap<>();

  /// Asks for the passwords that are missing.
  HomeCameras(Configuration file, List<String> line) throws Complaint {
    for (CameraSettings camera : file.cameras()) {
      asked.put(camera, Passwords.askIfMissing(camera));
    }
    for (String camera : line) {
      int number = file.cameras().size() + typed.size() + 1;
      typed.add(Passwords.askIfMissing(TypedCamera.read(camera, "Camera " + number)));
    }
  }

  /// All of them, as the file says now.
  List<CameraSettings> with(Configuration file) throws Complaint {
    List<CameraSettings> all = new ArrayList<>();
    file.cameras().forEach(camera -> all.add(asked.getOrDefault(camera, camera)));
    all.addAll(typed);
    if (all.size() > Configuration.MAX_CAMERAS) {
      throw new Complaint(
          Exit.USAGE, "A household has at most " + Configuration.MAX_CAMERAS + " cameras.");
    }
    if (all.stream().map(CameraSettings::name).distinct().count() < all.size()) {
      throw new Complaint(
          Exit.USAGE,
          "Two cameras have the same name: write NAME=rtsp://... to give each its own.");
    }
    return all;
  }
}
