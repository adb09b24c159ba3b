package io.mashrabiya.home.live;

import io.mashrabiya.home.epoch.Epoch;
import io.mashrabiya.home.ladder.Rung;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.StillKey;
import io.mashrabiya.vault.seal.FrameOpener;
import io.mashrabiya.vault.seal.FrameOpening;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/// Seals one camera's frames, each on its track's lane: pictures, sound and stills.
///
/// Pictures are sealed from the newest key frame on once somebody looks, and while somebody does.
///
/// Guarantee: a frame is sealed at most once within an epoch; a new epoch seals the newest group,
/// from its key frame, and the newest still again under new keys; after [#begin] returned, nothing
/// is sealed under the keys of before.
///
/// Any thread may call; frames come from one thread at a time.
public final class CameraSeal implements FrameSink {
  /// A camera that was heard this long before its newest picture still counts as one with sound.
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final CameraId camera;
  private final HouseholdKeys keys;
  private final PictureLane main;
  private final PictureLane sub;
  private final PictureLane small;
  private final PictureLane low;
  private final SmallerPictures smaller;
  private final LowPictures lower;
  private final SoundLane sound;
  private final StillLane still;
  private final StillLane glimpse;
  private final Glimpses glimpses;
  private Sealers sealers;
  private boolean shut;

  /// One epoch's sealers of a camera. Nothing is sealed with them before [#begin].
  static final class Sealers {
    private final Map<Track, FrameSealer> byTrack = new EnumMap<>(Track.class);

    private Sealers(Function<Track, FrameSealer> maker) {
      for (Track track : Track.values()) {
        byTrack.put(track, maker.apply(track));
      }
    }

    private FrameSealer of(Track track) {
      return Objects.requireNonNull(byTrack.get(track));
    }

    private List<ContentKey> keys(CameraId camera) {
      return byTrack.values().stream()
          .map(sealer -> new ContentKey(camera, sealer.kid(), sealer.baseKey()))
          .toList();
    }
  }

  /// A still on its way to the disk, with the key that opens it.
  public record FreshStill(SealedFrame frame, StillKey key) {}

  /// @param stored the newest still from before the start, with its key
  /// @param copier makes small copies for who cannot decode the camera's own pictures
  CameraSeal(
      CameraId camera,
      HouseholdKeys keys,
      Epoch epoch,
      Optional<FreshStill> stored,
      Copier copier,
      Outlet outlet) {
    this.camera = camera;
    this.keys = keys;
    this.sealers = prepare(epoch);
    this.main = new PictureLane(camera, sealers.of(Track.MAIN), outlet);
    this.sub = new PictureLane(camera, sealers.of(Track.SUB), outlet);
    this.small = new PictureLane(camera, sealers.of(Track.TRANSCODE), outlet);
    this.low = new PictureLane(camera, sealers.of(Track.LOW), outlet);
    this.lower = new LowPictures(camera, low, copier, main::group, this::acceptLowCopy);
    this.smaller = new SmallerPictures(camera, sub, small, copier, main::group, this::acceptCopy);
    this.sound = new SoundLane(camera, sealers.of(Track.SOUND), outlet);
    this.still =
        new StillLane(camera, sealers.of(Track.STILL), stored.flatMap(this::opened), outlet);
    this.glimpse = new StillLane(camera, sealers.of(Track.GLIMPSE), Optional.empty(), outlet);
    this.glimpses = new Glimpses(camera, glimpse, copier, main, this::acceptGlimpsedCopy);
  }

  /// What an earlier start had sealed, for this one to seal again.
  private Optional<StillLane.Plain> opened(FreshStill stored) {
    StillKey key = stored.key();
    FrameOpener opener =
        new FrameOpener(keys.household(), camera, key.kid(), key.key(), keys.certificate().sign());
    return opener.open(stored.frame()) instanceof FrameOpening.Opened(long at, byte[] image)
        ? Optional.of(new StillLane.Plain(at, image))
        : Optional.empty();
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
    } else {
      main.accept(frame);
      smaller.accept(frame);
      lower.accept(frame);
      glimpses.accept(frame);
    }
  }

  private synchronized void acceptCopy(int copy, Frame frame) {
    smaller.acceptCopy(copy, frame);
  }

  private synchronized void acceptLowCopy(int copy, Frame frame) {
    lower.acceptCopy(copy, frame);
  }

  private synchronized void acceptGlimpsedCopy(int copy, Frame frame) {
    glimpses.acceptCopy(copy, frame);
  }

  /// Takes the pictures of the camera's sub stream; its sound is the main stream's.
  public synchronized void acceptSub(Frame frame) {
    smaller.acceptSub(frame);
  }

  /// The camera has a sub stream in H.264 from now on, which is played while somebody needs it, or
  /// none any more.
  public synchronized void subStream(Optional<Supply> supply) {
    smaller.subStream(supply);
  }

  /// In which ways it can be shown to who decodes this, from the least to the most: the most is the
  /// main stream, else the sub stream while it can be counted on, else a small copy. Before the
  /// first picture nobody knows, and main is as good as any: a viewer that cannot decode it asks
  /// again.
  synchronized List<Rung> rungs(List<String> decode) {
    Decoders decoders = Decoders.of(decode);
    boolean fits = main.format().map(decoders::read).orElse(true);
    OptionalLong mainBits = fits ? OptionalLong.of(main.bitsPerSecond()) : OptionalLong.empty();
    return CameraRungs.of(mainBits, smaller.subBitsPerSecond());
  }

  /// The sealers of an epoch to come, whose keys are handed out before it begins.
  Sealers prepare(Epoch epoch) {
    return new Sealers(track -> sealer(epoch, track));
  }

  private FrameSealer sealer(Epoch epoch, Track track) {
    return new FrameSealer(
        keys.household(), camera, new Kid(epoch.number(), track), keys.home().sign());
  }

  /// Begins the epoch: the newest group and still are sealed again and go out in place of the old.
  synchronized void begin(Sealers next) {
    sealers = next;
    main.begin(next.of(Track.MAIN));
    sub.begin(next.of(Track.SUB));
    small.begin(next.of(Track.TRANSCODE));
    low.begin(next.of(Track.LOW));
    sound.begin(next.of(Track.SOUND));
    still.begin(next.of(Track.STILL));
    glimpse.begin(next.of(Track.GLIMPSE));
  }

  /// Somebody looks and listens to exactly these tracks from now on.
  synchronized void lease(Set<Track> wanted) {
    main.lease(!shut && wanted.contains(Track.MAIN));
    smaller.lease(shut ? Set.of() : wanted);
    lower.lease(!shut && wanted.contains(Track.LOW));
    glimpses.lease(!shut && wanted.contains(Track.GLIMPSE));
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
    sub.resend();
    small.resend();
    low.resend();
    glimpse.resend();
  }

  /// The newest picture that decodes by itself, for a still.
  public Optional<Frame> keyFrame() {
    return main.keyFrame();
  }

  /// Seals a still and sends it; nothing where the camera was shut while it was made.
  ///
  /// @param image a JPEG or WebP file
  public synchronized Optional<FreshStill> still(long captureMicros, byte[] image) {
    return shut
        ? Optional.empty()
        : Optional.of(new FreshStill(still.seal(captureMicros, image), still.key()));
  }

  /// Whether somebody is to get small stills of it, which no card opens that is not to.
  public synchronized boolean isGlimpsed() {
    return glimpses.isWanted();
  }

  /// What the next small still of it is to be made of.
  public synchronized Optional<Frame> glimpsed() {
    return glimpses.newest();
  }

  /// Seals a small still and sends it; nothing where nobody waits for it any more.
  ///
  /// @param image a JPEG or WebP file
  public synchronized void glimpse(long captureMicros, byte[] image) {
    glimpses.seal(captureMicros, image);
  }

  /// What opens this camera's frames with these sealers.
  List<ContentKey> contentKeys(Sealers of) {
    return of.keys(camera);
  }

  synchronized List<ContentKey> contentKeys() {
    return contentKeys(sealers);
  }

  /// Where a session on that track begins; who looks gets the newest still as well, unless the line
  /// is too slow for both.
  synchronized List<TrackStart> starts(Track track) {
    return switch (track) {
      case MAIN -> List.of(main.start(), still.start());
      case SUB -> List.of(sub.start(), still.start());
      case TRANSCODE -> List.of(small.start(), still.start());
      case LOW -> List.of(low.start());
      case SOUND -> List.of(sound.start());
      case GLIMPSE -> List.of(glimpse.start());
      case STILL -> List.of(still.start());
    };
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

  /// Whether somebody looks whose line carries stills beside the pictures.
  public synchronized boolean isLeased() {
    return main.isLeased() || sub.isLeased() || small.isLeased();
  }

  /// How many frames were larger than a sealed frame may be.
  public synchronized long tooLarge() {
    return main.tooLarge();
  }
}
