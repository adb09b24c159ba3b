package io.mashrabiya.home.door;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.camera.StateInWords;
import io.mashrabiya.home.live.CameraSeal;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.worker.NativeDoor;
import io.mashrabiya.media.worker.StillOutcome;
import io.mashrabiya.media.worker.Subject;
import io.mashrabiya.media.worker.WhyNot;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.words.Sentence;
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
                .orElseGet(() ->
                    refusal(
                        say("{0} is private: nobody sees it until it is opened.", camera.name()))))
        .orElseGet(
            () -> new Reply.Refusal(NOT_FOUND, say("There is no such camera.").then(names(now))));
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
      return refusal(say("{0} has no picture to give now ({1}).", name, StateInWords.of(state)));
    }
    Frame frame = newest.get();
    Instant taken = Instant.EPOCH.plus(frame.captureTimeMicros(), ChronoUnit.MICROS);
    var asked = StillRequest.of(frame, format, MOST_WIDTH);
    return switch (decoder.still(new Subject(camera.seal().camera().toString()), asked)) {
      case StillOutcome.Made(Still still) -> new Reply.Picture(still, taken);
      case StillOutcome.NotMade(WhyNot why) ->
          refusal(say("No picture of {0} now: {1}.", name, why.words()));
    };
  }

  private static Reply refusal(Sentence words) {
    return new Reply.Refusal(UNAVAILABLE, words);
  }

  private static Sentence names(List<Source> now) {
    List<String> all = now.stream().map(camera -> "camera=" + camera.name()).toList();
    return all.isEmpty() ? say("The home has none.") : say("Ask for {0}.", Sentence.listed(all));
  }
}
