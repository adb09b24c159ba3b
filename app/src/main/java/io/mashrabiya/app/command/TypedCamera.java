package io.mashrabiya.app.command;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.rtsp.RtspUrl;
import io.mashrabiya.wire.codec.Words;

/// A camera as it is typed: `rtsp://...`, or `NAME=rtsp://...`.
final class TypedCamera {
  private static final String SCHEME = "rtsp";

  private TypedCamera() {}

  /// @param otherwise its name where none is typed
  static CameraSettings read(String typed, String otherwise) throws Complaint {
    boolean bare = typed.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    int equals = bare ? -1 : typed.indexOf('=');
    String name = equals < 0 ? otherwise : typed.substring(0, equals);
    if (!Words.fit(name)) {
      throw new Complaint(
          Exit.USAGE, "A camera's name has 1 to 64 characters: write NAME=rtsp://...");
    }
    return switch (RtspUrl.read(typed.substring(equals + 1))) {
      case RtspUrl.Reading.Understood(var address, var credentials) ->
          new CameraSettings(name, address, credentials);
      case RtspUrl.Reading.Malformed(int offset, String remedy) ->
          throw new Complaint(
              Exit.USAGE, "The address of " + shown(name) + " is not understood: " + remedy + ".");
    };
  }

  /// Something that looks like an address was no name, and may hold a password.
  private static String shown(String name) {
    return name.contains("://") ? "a camera" : name;
  }
}
