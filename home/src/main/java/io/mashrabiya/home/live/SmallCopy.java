package io.mashrabiya.home.live;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.TranscodeSettings;
import io.mashrabiya.media.worker.Conversion;
import io.mashrabiya.media.worker.Subject;
import io.mashrabiya.wire.ids.CameraId;
import java.util.List;
import java.util.Optional;

/// A camera's pictures as small ones in H.264, for viewers that can decode nothing else of it. Made
/// while somebody needs them, once for all who do.
///
/// Not thread-safe: its camera's lock guards it. What is opened and closed here is done elsewhere,
/// so that no call waits for it.
final class SmallCopy {
  private static final int MOST_WIDTH = 640;
  private static final int MOST_HEIGHT = 360;
  private static final int FRAMES_PER_SECOND = 25;
  private static final int BITS_PER_SECOND = 600_000;
  private static final int KEY_INTERVAL = 50;

  private final CameraId camera;
  private final Copier copier;
  private final Into into;
  private Optional<Running> running = Optional.empty();
  private int opened;

  private record Running(PictureFormat from, Conversion conversion) {}

  /// Takes what copies make, on threads of their own.
  @FunctionalInterface
  interface Into {
    /// Takes the next frame.
    ///
    /// @param copy which one made it: one that was ended may still have a frame on its way
    void accept(int copy, Frame frame);
  }

  SmallCopy(CameraId camera, Copier copier, Into into) {
    this.camera = camera;
    this.copier = copier;
    this.into = into;
  }

  /// Begins with the newest group, so that there is something at once.
  void begin(List<Frame> group) {
    group.forEach(this::accept);
  }

  /// Takes the camera's next picture.
  void accept(Frame frame) {
    if (frame.track().format() instanceof PictureFormat format) {
      if (running.isEmpty() || running.get().from() != format) {
        end();
        running = Optional.of(new Running(format, open(format)));
      }
      running.get().conversion().accept(frame);
    }
  }

  private Conversion open(PictureFormat format) {
    var settings =
        new TranscodeSettings(
            format, MOST_WIDTH, MOST_HEIGHT, FRAMES_PER_SECOND, BITS_PER_SECOND, KEY_INTERVAL);
    int copy = ++opened;
    return copier.open(new Subject(camera.toString()), settings, frame -> into.accept(copy, frame));
  }

  /// Whether this is the one that was opened last, and not one before it.
  boolean isNewest(int copy) {
    return copy == opened;
  }

  /// Nobody needs it any more. It may take a while until its worker has gone.
  void end() {
    running.ifPresent(
        old -> Thread.ofVirtual().name("end-copy-" + camera).start(old.conversion()::close));
    running = Optional.empty();
  }
}
