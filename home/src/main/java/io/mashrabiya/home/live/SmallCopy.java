package io.mashrabiya.home.live;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.worker.Conversion;
import io.mashrabiya.media.worker.Subject;
import io.mashrabiya.wire.ids.CameraId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A camera's pictures as small ones in H.264. Made while somebody needs them, once for all who do.
///
/// Not thread-safe: its camera's lock guards it. What is opened and closed here is done elsewhere,
/// so that no call waits for it.
final class SmallCopy {
  private final CameraId camera;
  private final CopySize size;
  private final Copier copier;
  private final Supplier<List<Frame>> mainGroup;
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

  /// @param mainGroup the camera's newest group
  SmallCopy(
      CameraId camera, CopySize size, Copier copier, Supplier<List<Frame>> mainGroup, Into into) {
    this.camera = camera;
    this.size = size;
    this.copier = copier;
    this.mainGroup = mainGroup;
    this.into = into;
  }

  /// Somebody needs it from now on. It begins with the newest picture, so that there is something
  /// at once.
  void begin() {
    List<Frame> group = mainGroup.get();
    if (!group.isEmpty()) {
      conversion(group.getLast()).ifPresent(conversion -> conversion.join(group));
    }
  }

  /// Takes the camera's next picture.
  void accept(Frame frame) {
    conversion(frame).ifPresent(conversion -> conversion.accept(frame));
  }

  /// The one for pictures like this.
  private Optional<Conversion> conversion(Frame picture) {
    if (!(picture.track().format() instanceof PictureFormat format)) {
      return Optional.empty();
    }
    if (running.isEmpty() || running.get().from() != format) {
      end();
      running = Optional.of(new Running(format, open(format)));
    }
    return running.map(Running::conversion);
  }

  private Conversion open(PictureFormat format) {
    int copy = ++opened;
    return copier.open(
        new Subject(camera.toString()), size.of(format), frame -> into.accept(copy, frame));
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
