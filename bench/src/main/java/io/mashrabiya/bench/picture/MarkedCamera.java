package io.mashrabiya.bench.picture;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.MarkLog;
import io.mashrabiya.media.scene.MarkSize;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;

/// A process that is a drawn camera with a large mark, until its input ends: 640x360 at 15 pictures
/// a second. It writes when it drew each into a log.
///
/// Its one argument is the log. It says `camera URL` once it has a picture.
final class MarkedCamera {
  private MarkedCamera() {}

  public static void main(String[] arguments) throws Exception {
    var view = CameraView.of(Scene.LIVING, Light.DAY, "bench").marked(MarkSize.LARGE);
    try (MarkLog log = MarkLog.into(Path.of(arguments[0]));
        VirtualCamera camera =
            VirtualCamera.open(
                VirtualCameraOptions.of(view).telling(log),
                CaptureClock.startingAt(InstantSource.system()))) {
      camera.firstPicture().get();
      System.out.println("camera " + camera.address());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
