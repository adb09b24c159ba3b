package io.mashrabiya.home.live;

import io.mashrabiya.home.epoch.Epoch;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.gop.NewestGroup;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.StillKey;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Seals one camera's frames and keeps its newest group and still.
///
/// Guarantee: a frame is sealed once within an epoch; a new epoch seals the newest group again,
/// from its key frame, under new keys; after [#begin] returned, nothing is sealed under the keys of
/// before.
///
/// Any thread may call; frames come from one thread at a time.
public final class CameraSeal implements FrameSink {
  private static final int GROUP_FRAMES = 600;
  private static final long GROUP_BYTES = 16 << 20;

  /// What a frame may have so that, sealed, it stays below the format's limit.
  private static final int MAX_PICTURE_BYTES = SealedFrame.MAX_BYTES - 256;

  private final CameraId camera;
  private final HouseholdKeys keys;
  private final Outlet outlet;
  private final NewestGroup plain = new NewestGroup(GROUP_FRAMES, GROUP_BYTES);
  private final SealedGroup sealed = new SealedGroup(GROUP_FRAMES, 2 * GROUP_BYTES);
  private Sealers sealers;
  private Optional<Stored> still;
  private Optional<Instant> newestCapture = Optional.empty();
  private boolean leased;
  private boolean joined;
  private boolean shut;
  private long tooLarge;

  /// One epoch's sealers of a camera. Nothing is sealed with them before [#begin].
  record Sealers(FrameSealer main, FrameSealer still) {
    List<ContentKey> keys(CameraId camera) {
      return List.of(
          new ContentKey(camera, main.kid(), main.baseKey()),
          new ContentKey(camera, still.kid(), still.baseKey()));
    }
  }

  /// The newest still with the key that opens it.
  private record Stored(SealedFrame frame, StillKey key) {}

  /// A still on its way to the disk.
  public record FreshStill(SealedFrame frame, StillKey key) {}

  /// @param still the newest still from before the start, with its key
  CameraSeal(
      CameraId camera, HouseholdKeys keys, Epoch epoch, Optional<FreshStill> still, Outlet outlet) {
    this.camera = camera;
    this.keys = keys;
    this.outlet = outlet;
    this.sealers = prepare(epoch);
    this.still = still.map(stored -> new Stored(stored.frame(), stored.key()));
  }

  public CameraId camera() {
    return camera;
  }

  @Override
  public synchronized void accept(Frame frame) {
    if (shut || frame.track().isSound()) { // nobody can hear it yet
      return;
    }
    if (frame.sizeBytes() > MAX_PICTURE_BYTES) {
      tooLarge++;
      joined = false; // what follows depends on it
      plain.clear();
      return;
    }
    plain.accept(frame);
    joined |= frame.key();
    if (joined) {
      seal(frame);
    }
  }

  private void seal(Frame frame) {
    SealedFrame next =
        sealers
            .main()
            .seal(frame.key() ? Kind.KEY : Kind.DELTA, frame.captureTimeMicros(), frame.payload());
    sealed.add(next);
    newestCapture = Optional.of(Instant.EPOCH.plus(frame.captureTimeMicros(), ChronoUnit.MICROS));
    if (leased) {
      outlet.offer(camera, next);
    }
  }

  /// The sealers of an epoch to come, whose keys are handed out before it begins.
  Sealers prepare(Epoch epoch) {
    return new Sealers(sealer(epoch, Track.MAIN), sealer(epoch, Track.STILL));
  }

  private FrameSealer sealer(Epoch epoch, Track track) {
    return new FrameSealer(
        keys.household(), camera, new Kid(epoch.number(), track), keys.home().sign());
  }

  /// Begins the epoch: the newest group is sealed again and goes out in place of the old one.
  synchronized void begin(Sealers next) {
    sealers = next;
    sealed.clear();
    List<Frame> group = plain.frames();
    joined = !group.isEmpty();
    boolean wasLeased = leased;
    leased = false; // the group goes out as one
    group.forEach(this::seal);
    leased = wasLeased;
    if (leased) {
      outlet.restart(camera, sealed.frames());
    }
  }

  /// Somebody looks, from now on or no longer.
  synchronized void lease(boolean asked) {
    boolean wanted = asked && !shut;
    if (wanted && !leased) {
      outlet.restart(camera, sealed.frames());
    } else if (!wanted && leased) {
      outlet.drop(camera);
    }
    leased = wanted;
  }

  /// Forgets all pictures, and lets none out any more: after it returned, nothing is sealed.
  synchronized void shut() {
    lease(false);
    shut = true;
    plain.clear();
    sealed.clear();
    still = Optional.empty();
  }

  /// Sends what a relay that knows nothing yet should have.
  synchronized void resend() {
    still.ifPresent(newest -> outlet.offer(camera, newest.frame()));
    if (leased) {
      outlet.restart(camera, sealed.frames());
    }
  }

  /// The newest picture that decodes by itself, for a still.
  public Optional<Frame> keyFrame() {
    return plain.keyFrame();
  }

  /// Seals a still and sends it.
  ///
  /// @param image a JPEG or WebP file
  public synchronized FreshStill still(long captureMicros, byte[] image) {
    SealedFrame frame = sealers.still().seal(Kind.STILL, captureMicros, image);
    StillKey key = new StillKey(sealers.still().kid(), sealers.still().baseKey());
    still = Optional.of(new Stored(frame, key));
    outlet.offer(camera, frame);
    return new FreshStill(frame, key);
  }

  /// What opens this camera's pictures with these sealers, and its newest still.
  synchronized List<ContentKey> contentKeys(Sealers of) {
    List<ContentKey> content = new ArrayList<>(of.keys(camera));
    still
        .map(Stored::key)
        .filter(key -> !key.kid().equals(of.still().kid()))
        .ifPresent(key -> content.add(new ContentKey(camera, key.kid(), key.key())));
    return content;
  }

  synchronized List<ContentKey> contentKeys() {
    return contentKeys(sealers);
  }

  /// Where a session begins.
  synchronized List<TrackStart> starts() {
    TrackStart main = new TrackStart(sealers.main().kid(), sealed.first().orElse(0));
    TrackStart newest =
        still
            .map(stored -> new TrackStart(stored.frame().kid(), stored.frame().number()))
            .orElseGet(() -> new TrackStart(sealers.still().kid(), 0));
    return List.of(main, newest);
  }

  /// When the newest picture was taken; empty before the first.
  synchronized Optional<Instant> newestCapture() {
    return newestCapture;
  }

  public synchronized boolean isLeased() {
    return leased;
  }

  /// How many frames were larger than a sealed frame may be.
  public synchronized long tooLarge() {
    return tooLarge;
  }
}
