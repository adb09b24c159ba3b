package io.mashrabiya.home.live;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.gop.NewestGroup;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// One track of a camera's pictures: its newest group, plain and, while somebody looks, sealed. Who
/// comes finds the group sealed up to now; while nobody looks, no picture costs a signature.
///
/// Not thread-safe but for [#keyFrame()]: its camera's lock guards it.
final class PictureLane {
  private static final int GROUP_FRAMES = 600;
  private static final long GROUP_BYTES = 16 << 20;

  /// What a frame may have so that, sealed, it stays below the format's limit.
  private static final int MAX_PICTURE_BYTES = SealedFrame.MAX_BYTES - 256;

  private final CameraId camera;
  private final Outlet outlet;
  private final NewestGroup plain = new NewestGroup(GROUP_FRAMES, GROUP_BYTES);
  private final SealedGroup sealed = new SealedGroup(GROUP_FRAMES, 2 * GROUP_BYTES);
  private final Bitrate bitrate = new Bitrate();
  private FrameSealer sealer;
  private Optional<Instant> newestCapture = Optional.empty();
  private boolean leased;
  private boolean joined;
  private long nextNumber;
  private long tooLarge;

  PictureLane(CameraId camera, FrameSealer sealer, Outlet outlet) {
    this.camera = camera;
    this.sealer = sealer;
    this.outlet = outlet;
  }

  void accept(Frame frame) {
    if (frame.sizeBytes() > MAX_PICTURE_BYTES) {
      tooLarge++;
      joined = false; // what follows depends on it
      plain.clear();
      return;
    }
    plain.accept(frame);
    bitrate.accept(frame);
    if (frame.key()) {
      joined = true;
      sealed.clear();
    }
    if (!joined) {
      return;
    }
    newestCapture = Optional.of(Instant.EPOCH.plus(frame.captureTimeMicros(), ChronoUnit.MICROS));
    if (leased) {
      outlet.offer(camera, seal(frame));
    }
  }

  private SealedFrame seal(Frame frame) {
    Kind kind = frame.key() ? Kind.KEY : Kind.DELTA;
    SealedFrame next = sealer.seal(kind, frame.captureTimeMicros(), frame.payload());
    sealed.add(next);
    nextNumber = next.number() + 1;
    return next;
  }

  private void sealRestOfGroup() {
    List<Frame> group = plain.frames();
    if (group.isEmpty()) {
      sealed.clear(); // it was given up, and what was sealed of it is not all that is needed
    }
    group.stream().skip(sealed.size()).forEach(this::seal);
  }

  /// While somebody looks, the newest group is sealed again and goes out in place of the old one.
  void begin(FrameSealer next) {
    sealer = next;
    nextNumber = 0;
    sealed.clear();
    joined = !plain.frames().isEmpty();
    if (leased) {
      sealRestOfGroup();
    }
    resend();
  }

  /// True when this changed anything.
  boolean lease(boolean wanted) {
    boolean changes = wanted != leased;
    if (changes && wanted) {
      sealRestOfGroup();
      outlet.restart(camera, sealed.frames());
    } else if (changes) {
      outlet.drop(camera, sealer.kid().track());
    }
    leased = wanted;
    return changes;
  }

  /// Sends what a relay that knows nothing yet should have.
  void resend() {
    if (leased) {
      outlet.restart(camera, sealed.frames());
    }
  }

  void forget() {
    plain.clear();
    bitrate.interrupt();
    sealed.clear();
    joined = false;
    newestCapture = Optional.empty();
  }

  /// The newest group of pictures, as they came.
  List<Frame> group() {
    return plain.frames();
  }

  /// How its newest picture is encoded; empty before the first.
  Optional<PictureFormat> format() {
    return plain
        .keyFrame()
        .map(frame -> frame.track().format())
        .filter(PictureFormat.class::isInstance)
        .map(PictureFormat.class::cast);
  }

  /// What its pictures take; 0 while nobody knows.
  long bitsPerSecond() {
    return bitrate.bitsPerSecond();
  }

  /// The newest picture that decodes by itself. Any thread.
  Optional<Frame> keyFrame() {
    return plain.keyFrame();
  }

  /// Where a session begins: with the newest group, or with what comes next.
  TrackStart start() {
    return new TrackStart(sealer.kid(), sealed.first().orElse(nextNumber));
  }

  /// When the newest picture was taken; empty before the first.
  Optional<Instant> newestCapture() {
    return newestCapture;
  }

  boolean isLeased() {
    return leased;
  }

  long tooLarge() {
    return tooLarge;
  }
}
