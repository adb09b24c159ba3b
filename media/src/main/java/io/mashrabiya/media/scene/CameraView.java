package io.mashrabiya.media.scene;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.zip.CRC32;

/// What a virtual camera looks at.
public sealed interface CameraView {
  /// A drawn room.
  ///
  /// @param name the camera's name, written into the picture as far as our letters go
  /// @param camera the number in the pictures' [Mark], which tells one camera from another
  /// @param zone where the clock in the picture belongs
  record Drawn(
      Scene scene,
      Light light,
      String name,
      int camera,
      MarkSize markSize,
      PictureSize size,
      int framesPerSecond,
      ZoneId zone)
      implements CameraView {

    /// @throws IllegalArgumentException if the frame rate is not 1 to 60
    public Drawn {
      if (framesPerSecond < 1 || framesPerSecond > 60) {
        throw new IllegalArgumentException("a camera cannot show " + framesPerSecond + " fps");
      }
    }

    /// The same with another number in its mark.
    public Drawn marked(int other) {
      return new Drawn(scene, light, name, other, markSize, size, framesPerSecond, zone);
    }

    /// The same with its mark drawn in another size.
    public Drawn marked(MarkSize other) {
      return new Drawn(scene, light, name, camera, other, size, framesPerSecond, zone);
    }

    /// The same in another size.
    public Drawn sized(PictureSize other) {
      return new Drawn(scene, light, name, camera, markSize, other, framesPerSecond, zone);
    }

    /// The same at another rate.
    public Drawn at(int otherFramesPerSecond) {
      return new Drawn(scene, light, name, camera, markSize, size, otherFramesPerSecond, zone);
    }
  }

  /// The H.264 pictures of a video file, again and again, as they are.
  record Clip(Path file) implements CameraView {}

  /// A room in the usual size, at 15 pictures a second, with the time of this machine. The number
  /// in its mark follows from the name, so give cameras of one name numbers of their own
  /// ([Drawn#marked(int)]).
  static Drawn of(Scene scene, Light light, String name) {
    CRC32 number = new CRC32();
    number.update((scene + "/" + light + "/" + name).getBytes(StandardCharsets.UTF_8));
    return new Drawn(
        scene,
        light,
        name,
        (int) number.getValue(),
        MarkSize.NORMAL,
        PictureSize.DEFAULT,
        15,
        ZoneId.systemDefault());
  }
}
