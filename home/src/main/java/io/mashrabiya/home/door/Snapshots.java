package io.mashrabiya.home.door;

import io.mashrabiya.home.live.CameraSeal;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.worker.NativeDoor;
import io.mashrabiya.media.worker.StillOutcome;
import io.mashrabiya.media.worker.Subject;
import io.mashrabiya.media.worker.WhyNot;
import io.mashrabiya.wire.letter.CameraState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes pictures for whoever asks at the [LocalDoor], each from the camera's newest key frame: no
/// stream is opened for it.
///
/// Guarantee: a picture is of the camera that was named, while that is live; of one that is not,
/// the answer says so instead of showing what was.
public final class Snapshots {
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;
  private static final String CLOSED = " is private: nobody sees it until it is opened.";
  private static final int MOST_WIDTH = 7_680;

  /// A camera, as it is called now.
  ///
  /// @param eye empty while its people have closed it
  public record Source(String name, Optional<Eye> eye) {}

  /// Where a camera's pictures are.
  ///
  /// @param state how it does now
  public record Eye(Supplier<CameraState> state, CameraSeal seal) {}

  private final Supplier<List<Source>> cameras;
  private final NativeDoor decoder;

  /// @param cameras those that there are when it is asked
  public Snapshots(Supplier<List<Source>> cameras, NativeDoor decoder) {
    this.cameras = cameras;
    this.decoder = decoder;
  }

  Reply take(SnapshotRequest asked) {
    List<Source> now = cameras.get();
    return named(now, asked.camera())
        .map(camera ->
            camera
                .eye()
                .map(eye -> take(camera.name(), eye, asked.format()))
                .orElseGet(() -> new Reply.Refusal(UNAVAILABLE, camera.name() + CLOSED)))
        .orElseGet(() -> new Reply.Refusal(NOT_FOUND, "There is no such camera. " + names(now)));
  }

  private static Optional<Source> named(List<Source> now, Optional<String> name) {
    if (name.isEmpty()) {
      return now.size() == 1 ? Optional.of(now.getFirst()) : Optional.empty();
    }
    return now.stream().filter(camera -> camera.name().equals(name.get())).findFirst();
  }

  private Reply take(String name, Eye camera, Still.Format format) {
    CameraState state = camera.state().get();
    Optional<Frame> newest = camera.seal().keyFrame();
    if (state != CameraState.LIVE || newest.isEmpty()) {
      return new Reply.Refusal(
          UNAVAILABLE, name + " has no picture to give now (" + state.text() + ").");
    }
    Frame frame = newest.get();
    Instant taken = Instant.EPOCH.plus(frame.captureTimeMicros(), ChronoUnit.MICROS);
    var asked = StillRequest.of(frame, format, MOST_WIDTH);
    return switch (decoder.still(new Subject(camera.seal().camera().toString()), asked)) {
      case StillOutcome.Made(Still still) -> new Reply.Picture(still, taken);
      case StillOutcome.NotMade(WhyNot why) ->
          new Reply.Refusal(UNAVAILABLE, "No picture of " + name + " now: " + why.words() + ".");
    };
  }

  private static String names(List<Source> now) {
    return now.stream()
        .map(camera -> "camera=" + camera.name())
        .reduce((some, one) -> some + ", " + one)
        .map(all -> "Ask for " + all + ".")
        .orElse("The home has none.");
  }
}
