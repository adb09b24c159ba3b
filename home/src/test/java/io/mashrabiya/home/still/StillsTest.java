package io.mashrabiya.home.still;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.live.Live;
import io.mashrabiya.home.live.NoCopies;
import io.mashrabiya.home.live.Outlet;
import io.mashrabiya.home.store.Founding;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.TranscodeSettings;
import io.mashrabiya.media.ffmpeg.H264Encoder;
import io.mashrabiya.media.worker.Conversion;
import io.mashrabiya.media.worker.DoorCounters;
import io.mashrabiya.media.worker.DoorSettings;
import io.mashrabiya.media.worker.NativeDoor;
import io.mashrabiya.media.worker.StillOutcome;
import io.mashrabiya.media.worker.Subject;
import io.mashrabiya.media.worker.WhyNot;
import io.mashrabiya.media.worker.WorkerDoor;
import io.mashrabiya.vault.keys.StillKey;
import io.mashrabiya.vault.seal.FrameOpener;
import io.mashrabiya.vault.seal.FrameOpening;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stills of real pictures, sealed and stored, at a time that the test sets.
class StillsTest {
  private static final CameraId DOOR = new CameraId(1, 1);
  private static final CameraId NURSERY = new CameraId(2, 2);
  private static final WorkerDoor DECODER = WorkerDoor.open(DoorSettings.DEFAULT);
  private static final byte[] KEY_FRAME = keyFrame();

  @TempDir private Path temp;
  private final AtomicLong nowMicros = new AtomicLong(1_000_000_000_000L);
  private final Sent sent = new Sent();
  private HomeFolder folder;
  private Live live;
  private Stills stills;

  private static byte[] keyFrame() {
    Picture picture = new Picture(1_280, 720);
    picture.fill(0, 0, 640, 720, 0xC02020);
    try (H264Encoder encoder =
        H264Encoder.open(new H264Encoder.Settings(1_280, 720, 10, 1_000_000, 10))) {
      return encoder.encode(picture, Track.MAIN, 0).payload();
    }
  }

  /// Writes down what goes out.
  private static final class Sent implements Outlet {
    private final BlockingQueue<SealedFrame> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<SealedFrame> pictures = new LinkedBlockingQueue<>();

    @Override
    public void offer(CameraId camera, SealedFrame frame) {
      (frame.kind() == Kind.STILL ? frames : pictures).add(frame);
    }

    @Override
    public void restart(CameraId camera, List<SealedFrame> group) {}

    @Override
    public void drop(CameraId camera, io.mashrabiya.wire.sealed.Track track) {}
  }

  @AfterAll
  static void endDecoder() {
    DECODER.close();
  }

  @BeforeEach
  void open() throws Exception {
    Founding founding = new Founding("House", Optional.empty());
    folder =
        switch (HomeFolder.open(temp.resolve("data"), founding, Instant::now)) {
          case HomeFolder.Opening.Opened(HomeFolder opened) -> opened;
          case HomeFolder.Opening other -> throw new AssertionError("not opened: " + other);
        };
    live = new Live(folder, List.of(DOOR, NURSERY), new NoCopies(), sent, Instant.now());
    stills = new Stills(live::seals, folder, nowMicros::get, DECODER);
  }

  @AfterEach
  void close() throws Exception {
    stills.close();
    folder.close();
  }

  private void shows(CameraId camera, byte[] payload) {
    live.seal(camera).accept(new Frame(Track.MAIN, nowMicros.get(), true, payload));
  }

  private void pass(Duration time) {
    nowMicros.addAndGet(time.toNanos() / 1_000);
  }

  private int made() {
    stills.look();
    int count = sent.frames.size();
    sent.frames.clear();
    return count;
  }

  @Test
  void look_firstPicture_isSentAndStoredAndOpens() throws Exception {
    shows(DOOR, KEY_FRAME);
    stills.look();
    SealedFrame still = folder.storedStill(DOOR).orElseThrow();
    assertThat(sent.frames.element().envelope()).isEqualTo(still.envelope());
    FrameOpening.Opened opened = (FrameOpening.Opened) opener(DOOR).open(still);
    assertThat(opened.captureMicros()).isEqualTo(nowMicros.get());
    assertThat(ImageIO.read(new ByteArrayInputStream(opened.picture())).getWidth()).isEqualTo(640);
  }

  private FrameOpener opener(CameraId camera) {
    StillKey key = folder.keys().stills().get(camera);
    return new FrameOpener(
        folder.household(), camera, key.kid(), key.key(), folder.keys().certificate().sign());
  }

  @Test
  void look_noPictureYet_makesNone() {
    assertThat(made()).isZero();
  }

  @Test
  void look_samePicture_makesNoOther() {
    shows(DOOR, KEY_FRAME);
    assertThat(made()).isOne();
    pass(Duration.ofHours(1));
    assertThat(made()).isZero();
  }

  @Test
  void look_nobodyWatches_makesOneAMinute() {
    shows(DOOR, KEY_FRAME);
    assertThat(made()).isOne();
    pass(Duration.ofMillis(59_999));
    shows(DOOR, KEY_FRAME);
    assertThat(made()).isZero();
    pass(Duration.ofMillis(1));
    assertThat(made()).isOne();
  }

  @Test
  void look_somebodyWatches_makesOneEveryTenSeconds() {
    live.lease(Map.of(DOOR, Set.of(io.mashrabiya.wire.sealed.Track.MAIN)));
    shows(DOOR, KEY_FRAME);
    assertThat(made()).isOne();
    pass(Duration.ofSeconds(10));
    shows(DOOR, KEY_FRAME);
    assertThat(made()).isOne();
  }

  @Test
  void look_pictureThatDoesNotDecode_costsTheOtherCamerasNothing() throws Exception {
    shows(DOOR, new byte[] {0, 0, 0, 1, 0x65, 1, 2, 3});
    shows(NURSERY, KEY_FRAME);
    assertThat(made()).isOne();
    assertThat(folder.storedStill(DOOR)).isEmpty();
    assertThat(folder.storedStill(NURSERY)).isPresent();
  }

  @Test
  void look_diskFails_sendsAllTheSameAndStoresTheNext() throws Exception {
    Files.move(temp.resolve("data"), temp.resolve("aside"));
    shows(DOOR, KEY_FRAME);
    assertThat(made()).isOne();
    Files.move(temp.resolve("aside"), temp.resolve("data"));
    pass(Duration.ofMinutes(1));
    shows(DOOR, KEY_FRAME);
    assertThat(made()).isOne();
    assertThat(folder.storedStill(DOOR)).isPresent();
  }

  @Test
  void start_picturesThatCome_makesStillsByItself() throws Exception {
    stills.start();
    shows(DOOR, KEY_FRAME);
    assertThat(sent.frames.poll(30, TimeUnit.SECONDS)).isNotNull();
  }

  /// While one camera's picture holds the decoder, frames of all of them are sealed and sent on.
  @Test
  void look_pictureThatHoldsTheDecoder_delaysNoFrameAndNoOtherStillFurther() throws Exception {
    var decoder = new HeldDecoder();
    try (Stills held = new Stills(live::seals, folder, nowMicros::get, decoder)) {
      var pictures = Set.of(io.mashrabiya.wire.sealed.Track.MAIN);
      live.lease(Map.of(DOOR, pictures, NURSERY, pictures));
      shows(DOOR, KEY_FRAME);
      shows(NURSERY, KEY_FRAME);
      sent.pictures.clear();
      Thread looking = Thread.ofPlatform().start(held::look);
      assertThat(decoder.asked.take()).isEqualTo(DOOR.toString());
      for (int i = 0; i < 50; i++) {
        pass(Duration.ofMillis(40));
        shows(DOOR, KEY_FRAME);
        shows(NURSERY, KEY_FRAME);
      }
      assertThat(sent.pictures).hasSize(100);
      decoder.give.add(new StillOutcome.NotMade(WhyNot.TOO_LATE));
      assertThat(decoder.asked.take()).isEqualTo(NURSERY.toString());
      decoder.give.add(
          new StillOutcome.Made(new Still(Still.Format.JPEG, 2, 2, new byte[] {1, 2})));
      looking.join();
      assertThat(folder.storedStill(DOOR)).isEmpty();
      assertThat(folder.storedStill(NURSERY)).isPresent();
    }
  }

  /// Answers when the test says so.
  private static final class HeldDecoder implements NativeDoor {
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<StillOutcome> give = new LinkedBlockingQueue<>();

    @Override
    public StillOutcome still(Subject of, StillRequest request) {
      asked.add(of.name());
      try {
        return give.take();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public Conversion transcode(Subject of, TranscodeSettings settings, FrameSink into) {
      throw new AssertionError("nobody transcodes for a still");
    }

    @Override
    public DoorCounters counters() {
      return DECODER.counters();
    }

    @Override
    public void close() {
      give.add(new StillOutcome.NotMade(WhyNot.CLOSED));
    }
  }
}
