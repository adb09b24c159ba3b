package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.source.CameraUrl;
import io.mashrabiya.wire.codec.Words;
import io.mashrabiya.words.Sentence;

/// A camera as it is typed: its URL, such as `rtsp://...`, or `NAME=URL`.
public final class TypedCamera {
  private TypedCamera() {}

  /// Reads one.
  ///
  /// @param otherwise its name where none is typed
  public static CameraSettings read(String typed, String otherwise) throws Complaint {
    int equals = CameraUrl.mayBeOne(typed) ? -1 : typed.indexOf('=');
    String name = equals < 0 ? otherwise : typed.substring(0, equals);
    return named(name, typed.substring(equals + 1));
  }

  /// Reads one whose name and URL are typed apart.
  public static CameraSettings named(String name, String url) throws Complaint {
    if (!Words.fit(name)) {
      throw new Complaint(
          Exit.USAGE, say("A camera's name has 1 to 64 characters: write NAME=rtsp://..."));
    }
    return switch (CameraUrl.read(url)) {
      case CameraUrl.Reading.Understood(var address, var credentials) ->
          new CameraSettings(name, address, credentials);
      case CameraUrl.Reading.Malformed(int offset, Sentence remedy) ->
          throw new Complaint(
              Exit.USAGE, say("The address of {0} is not understood: {1}.", shown(name), remedy));
    };
  }

  /// Something that looks like an address was no name, and may hold a password.
  private static Object shown(String name) {
    return name.contains("://") ? say("a camera") : name;
  }
}
