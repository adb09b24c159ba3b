package io.mashrabiya.home.live;

import io.mashrabiya.home.epoch.Epoch;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.StillKey;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Seals one camera's frames, each on its track's lane: pictures, sound and stills.
///
/// Guarantee: a frame is sealed once within an epoch; a new epoch seals the newest group again,
/// from its key frame, under new keys; after [#begin] returned, nothing is sealed under the keys of
/// before.
///
/// Any thread may call; frames come from one thread at a time.
public final class CameraSeal implements FrameSink {
  /// A camera that was heard this long before its newest picture still counts as one with sound.
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final CameraId camera;
  private final HouseholdKeys keys;
  private final PictureLane main;
  private final SoundLane sound;
  private final StillLane still;
  private Sealers sealers;
  private boolean shut;

  /// One epoch's sealers of a camera. Nothing is sealed with them before [#begin].
  record Sealers(FrameSealer main, FrameSealer sound, FrameSealer still) {
    List<ContentKey> keys(CameraId camera) {
      return List.of(key(camera, main), key(camera, sound), key(camera, still));
    }

    private static ContentKey key(CameraId camera, FrameSealer sealer) {
      return new ContentKey(camera, sealer.kid(), sealer.baseKey());
    }
  }

  /// A still on its way to the disk, with the key that opens it.
  public record FreshStill(SealedFrame frame, StillKey key) {}

  /// @param stored the newest still from before the start, with its key
  CameraSeal(
      CameraId camera,
      HouseholdKeys keys,
      Epoch epoch,
      Optional<FreshStill> stored,
      Outlet outlet) {
    this.camera = camera;
    this.keys = keys;
    this.sealers = prepare(epoch);
    this.main = new PictureLane(camera, sealers.main(), outlet);
    this.sound = new SoundLane(camera, sealers.sound(), outlet);
    this.still = new StillLane(camera, sealers.still(), stored, outlet);
  }

  public CameraId camera() {
    return camera;
  }

  @Override
  public synchronized void accept(Frame frame) {
    if (shut) {
      return;
    }
    if (frame.track().format() instanceof SoundFormat format) {
      sound.accept(frame, format);
    } else if (frame.track().format() == PictureFormat.H264) {
      main.accept(frame); // no viewer says yet what else it decodes, so nothing else is sealed
    }
  }

  /// The sealers of an epoch to come, whose keys are handed out before it begins.
  Sealers prepare(Epoch epoch) {
    return new Sealers(
        sealer(epoch, Track.MAIN), sealer(epoch, Track.SOUND), sealer(epoch, Track.STILL));
  }

  private FrameSealer sealer(Epoch epoch, Track track) {
    return new FrameSealer(
        keys.household(), camera, new Kid(epoch.number(), track), keys.home().sign());
  }

  /// Begins the epoch: the newest group is sealed again and goes out in place of the old one.
  synchronized void begin(Sealers next) {
    sealers = next;
    main.begin(next.main());
    sound.begin(next.sound());
    still.begin(next.still());
  }

  /// Somebody looks and listens to exactly these tracks from now on.
  synchronized void lease(Set<Track> wanted) {
    main.lease(!shut && wanted.contains(Track.MAIN));
    sound.lease(!shut && wanted.contains(Track.SOUND));
  }

  /// Forgets all pictures, and lets none out any more: after it returned, nothing is sealed.
  synchronized void shut() {
    lease(Set.of());
    shut = true;
    main.forget();
    still.forget();
  }

  /// Sends what a relay that knows nothing yet should have.
  synchronized void resend() {
    still.resend();
    main.resend();
  }

  /// The newest picture that decodes by itself, for a still.
  public Optional<Frame> keyFrame() {
    return main.keyFrame();
  }

  /// Seals a still and sends it.
  ///
  /// @param image a JPEG or WebP file
  public synchronized FreshStill still(long captureMicros, byte[] image) {
    return still.seal(captureMicros, image);
  }

  /// What opens this camera's frames with these sealers, and its newest still.
  synchronized List<ContentKey> contentKeys(Sealers of) {
    List<ContentKey> content = new ArrayList<>(of.keys(camera));
    still
        .olderKey(of.still())
        .ifPresent(key -> content.add(new ContentKey(camera, key.kid(), key.key())));
    return content;
  }

  synchronized List<ContentKey> contentKeys() {
    return contentKeys(sealers);
  }

  /// Where a session on that track begins; who looks gets the newest still as well.
  synchronized List<TrackStart> starts(Track track) {
    return track == Track.SOUND ? List.of(sound.start()) : List.of(main.start(), still.start());
  }

  /// When the newest picture was taken; empty before the first.
  synchronized Optional<Instant> newestCapture() {
    return main.newestCapture();
  }

  /// Whether there is anything to hear.
  synchronized boolean hasSound() {
    Optional<Instant> pictured = main.newestCapture();
    return sound
        .newestCapture()
        .filter(heard -> pictured.isEmpty() || heard.plus(SILENCE).isAfter(pictured.get()))
        .isPresent();
  }

  /// Whether somebody looks.
  public synchronized boolean isLeased() {
    return main.isLeased();
  }

  /// How many frames were larger than a sealed frame may be.
  public synchronized long tooLarge() {
    return main.tooLarge();
  }
}
