package io.mashrabiya.home.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.Eventually;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.ServerAuthentication.Scheme;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.server.Mount;
import io.mashrabiya.media.rtsp.server.RtspServer;
import io.mashrabiya.media.rtsp.server.RtspServerSettings;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.CameraState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A camera that is kept playing, against one that does what the test says. Pauses last as long as
/// the test likes, and the clock stands still unless it is moved.
class SupervisedCameraTest {
  private static final CameraId DOOR = new CameraId(1, 1);
  private static final CameraId NURSERY = new CameraId(2, 2);
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final byte[] KEY_FRAME =
      HexFormat.of()
          .parseHex(
              "000000016764001eacd940a02ff97011000003000100000300320f162d96"
                  + "0000000168ebe3cb22c0"
                  + "000000016588840102");

  private final AtomicLong nowMicros = new AtomicLong(1_000_000_000_000L);
  private final CaptureClock clock = nowMicros::get;
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final Pauses pauses = new Pauses();
  private ScriptedCamera scripted;
  private SupervisedCamera camera;

  @BeforeEach
  void begin() throws Exception {
    scripted = new ScriptedCamera();
    camera = camera(DOOR, scripted.address(), Optional.empty(), frames::add, pauses);
  }

  @AfterEach
  void end() throws Exception {
    camera.close();
    scripted.close();
  }

  private SupervisedCamera camera(
      CameraId id,
      RtspAddress address,
      Optional<Credentials> credentials,
      FrameSink sink,
      Pause pause) {
    return new SupervisedCamera(
        id,
        new CameraSettings("Camera " + id, address, credentials),
        sink,
        clock,
        told -> {},
        pause);
  }

  private static Frame taken(BlockingQueue<Frame> frames) throws InterruptedException {
    Frame frame = frames.poll(Eventually.GUARD.toSeconds(), TimeUnit.SECONDS);
    assertThat(frame).as("a frame").isNotNull();
    return frame;
  }

  private void pass(Duration time) {
    nowMicros.addAndGet(time.toNanos() / 1_000);
  }

  @Test
  void start_goodCamera_isLive() throws Exception {
    camera.start();
    try (var connection = scripted.accept().plays().sendsPicture()) {
      assertThat(taken(frames).key()).isTrue();
      Eventually.holds(() -> camera.state() == CameraState.LIVE);
      assertThat(camera.report().words().toString()).isEmpty();
      connection.sendsPicture();
      taken(frames);
    }
  }

  @Test
  void hangsUp_againAndAgain_isTriedAgainALittleLaterEachTime() throws Exception {
    camera.start();
    Duration most = FIRST_WAIT;
    for (int round = 0; round < 9; round++) {
      scripted.accept().plays().close();
      assertThat(pauses.next()).isBetween(most.dividedBy(2), most);
      assertThat(camera.state()).isEqualTo(CameraState.SILENT);
      assertThat(camera.report().words().toString()).contains("close other apps");
      most =
          most.multipliedBy(2).compareTo(Duration.ofSeconds(30)) < 0
              ? most.multipliedBy(2)
              : Duration.ofSeconds(30);
      pauses.end();
    }
  }

  @Test
  void hangsUp_afterEachPicture_isTriedAgainALittleLaterEachTime() throws Exception {
    camera.start();
    Duration most = FIRST_WAIT;
    for (int round = 0; round < 4; round++) {
      var connection = scripted.accept().plays().sendsPicture();
      taken(frames);
      Eventually.holds(() -> camera.state() == CameraState.LIVE);
      connection.close();
      assertThat(pauses.next()).isBetween(most.dividedBy(2), most);
      most = most.multipliedBy(2);
      pauses.end();
    }
  }

  @Test
  void hangsUp_afterItPlayedForAWhile_isTriedAgainSoon() throws Exception {
    camera.start();
    for (int round = 0; round < 4; round++) {
      scripted.accept().plays().close();
      pauses.next();
      pauses.end();
    }
    try (var connection = scripted.accept().plays().sendsPicture()) {
      taken(frames);
      for (int picture = 0; picture < 3; picture++) {
        pass(Duration.ofSeconds(4));
        connection.sendsPicture();
        taken(frames);
      }
    }
    assertThat(pauses.next()).isBetween(FIRST_WAIT.dividedBy(2), FIRST_WAIT);
  }

  /// A packet that is none is not a picture, but with it the clock is looked at.
  @Test
  void stall_whilePlaying_isSeenWithinFiveSeconds() throws Exception {
    camera.start();
    try (var connection = scripted.accept().plays().sendsPicture().sendsNonsense()) {
      nonsenseCame(1);
      pass(Duration.ofMillis(4_999));
      connection.sendsNonsense().sendsNonsense();
      nonsenseCame(3); // so the clock was looked at after the second
      assertThat(camera.state()).isEqualTo(CameraState.LIVE);
      pass(Duration.ofMillis(1));
      connection.sendsNonsense();
      pauses.next();
      assertThat(camera.state()).isEqualTo(CameraState.SILENT);
      assertThat(camera.report().words().toString()).isNotBlank();
    }
  }

  private void nonsenseCame(long packets) throws InterruptedException {
    Eventually.holds(
        () -> camera.counters().pictures().of(StreamEvent.PACKET_MALFORMED) == packets);
  }

  @Test
  void stall_whileGreeting_isSeenWithinFiveSeconds() throws Exception {
    camera.start();
    try (var connection = scripted.accept()) {
      assertThat(connection.hears()).startsWith("OPTIONS");
      pass(Duration.ofSeconds(5));
      connection.says("R"); // and never more of it
      pauses.next();
      assertThat(camera.state()).isEqualTo(CameraState.SILENT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RTSP/1.0 404 Not Found, UNSUPPORTED, 300000",
    "RTSP/1.0 302 Moved, UNSUPPORTED, 300000",
    "HTTP/1.1 400 Bad Request, UNSUPPORTED, 500",
    "RTSP/1.0 453 Not Enough Bandwidth, SILENT, 500"
  })
  void refusal_hasItsStateItsWordsAndItsPause(String answer, CameraState state, long mostMillis)
      throws Exception {
    camera.start();
    try (var connection = scripted.accept()) {
      connection.hears();
      connection.says("RTSP/1.0 200 OK\r\n\r\n");
      connection.hears();
      connection.says(answer + "\r\n\r\n");
      assertThat(pauses.next().toMillis()).isBetween(mostMillis / 2, mostMillis);
      assertThat(camera.state()).isEqualTo(state);
      assertThat(camera.report().words().toString()).isNotBlank();
    }
  }

  @Test
  void credentials_refused_areNotTriedAgainForFiveMinutes() throws Exception {
    var open = RtspServerSettings.loopback();
    var settings = open.onlyFor(new Credentials("user", "right"), List.of(Scheme.DIGEST_SHA_256));
    var wrong = Optional.of(new Credentials("user", "wrong"));
    try (RtspServer server = RtspServer.start(settings, clock);
        SupervisedCamera locked = camera(NURSERY, at(server), wrong, frames::add, pauses)) {
      server.mount("/main");
      locked.start();
      assertThat(pauses.next()).isEqualTo(Duration.ofMinutes(5));
      assertThat(locked.state()).isEqualTo(CameraState.REFUSED);
      assertThat(locked.report().words().toString()).contains("password").doesNotContain("wrong");
    }
  }

  private static RtspAddress at(RtspServer server) {
    return new RtspAddress("127.0.0.1", server.address().getPort(), "/main");
  }

  @Test
  void unreachable_thenBack_isLiveAgain() throws Exception {
    InetSocketAddress free = free();
    RtspAddress address = new RtspAddress("127.0.0.1", free.getPort(), "/main");
    try (SupervisedCamera gone = camera(NURSERY, address, Optional.empty(), frames::add, pauses)) {
      gone.start();
      pauses.next();
      assertThat(gone.state()).isEqualTo(CameraState.UNREACHABLE);
      assertThat(gone.report().words().toString()).isNotBlank();
      try (RtspServer server =
          RtspServer.start(RtspServerSettings.loopback().listeningOn(free), clock)) {
        server.mount("/main").accept(new Frame(Track.MAIN, nowMicros.get(), true, KEY_FRAME));
        pauses.end();
        taken(frames);
        Eventually.holds(() -> gone.state() == CameraState.LIVE);
      }
    }
  }

  /// Where nobody listens, and where one may in a moment.
  private static InetSocketAddress free() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return (InetSocketAddress) taken.getLocalSocketAddress();
    }
  }

  @Test
  void keyFramesTooFarApart_isLiveAndTheWordsSayWhatToSet() throws Exception {
    camera.start();
    try (var connection = scripted.accept().plays().sendsPicture()) {
      taken(frames);
      Eventually.holds(() -> camera.state() == CameraState.LIVE);
      for (int second = 0; second < 3; second++) {
        assertThat(camera.report().words().toString()).isEmpty();
        pass(Duration.ofSeconds(4));
        connection.sendsDelta();
        assertThat(taken(frames).key()).isFalse();
      }
      Eventually.holds(() -> camera.report().words().toString().contains("key-frame interval"));
      assertThat(camera.state()).isEqualTo(CameraState.LIVE);
    }
  }

  @Test
  void soundThatEndsTheSession_twice_isLeftAwayAndTheWordsSayIt() throws Exception {
    camera.start();
    assertThat(wordsWithoutTheSoundThatEndedIt()).as("it may have been chance").isEmpty();
    pauses.next();
    pauses.end();
    assertThat(wordsWithoutTheSoundThatEndedIt()).contains("plays without", "audio encoding");
  }

  /// What is said while it plays: the end of the connection says something else.
  private String wordsWithoutTheSoundThatEndedIt() throws Exception {
    try (var connection = scripted.accept().isDescribedWithSound()) {
      assertThat(connection.hears()).startsWith("SETUP").contains("trackID=2");
    }
    pauses.next();
    pauses.end();
    try (var connection = scripted.accept().isDescribedWithSound()) {
      assertThat(connection.hears()).startsWith("PLAY");
      connection.says("RTSP/1.0 200 OK\r\n\r\n");
      connection.sendsPicture();
      taken(frames);
      Eventually.holds(() -> camera.state() == CameraState.LIVE);
      return camera.report().words().toString();
    }
  }

  /// As after a power cut: the connection is dropped, nobody answers for a while, and then numbers,
  /// source and timestamps begin anew.
  @Test
  void reboot_whilePlaying_isLiveAgainWithTimesThatRise() throws Exception {
    camera.start();
    var first = scripted.accept().plays().sendsPicture().sendsPicture();
    taken(frames);
    Frame before = taken(frames);
    first.close();
    pauses.next();
    assertThat(camera.state()).isEqualTo(CameraState.CONNECTING);
    pauses.end();
    scripted.accept().close();
    pauses.next();
    pass(Duration.ofSeconds(30));
    pauses.end();
    var again = scripted.accept().plays().sendsPicture();
    Frame after = taken(frames);
    assertThat(after.key()).isTrue();
    assertThat(after.captureTimeMicros() - before.captureTimeMicros())
        .isBetween(29_999_000L, 30_000_000L);
    Eventually.holds(() -> camera.state() == CameraState.LIVE);
    assertThat(camera.report().words().toString()).isEmpty();
    again.close();
  }

  @Test
  void sinkThatThrows_isAFaultOfOursAndTriedAgain() throws Exception {
    FrameSink faulty =
        frame -> {
          throw new IllegalStateException("on purpose");
        };
    try (SupervisedCamera door =
        camera(NURSERY, scripted.address(), Optional.empty(), faulty, pauses)) {
      door.start();
      var first = scripted.accept().plays().sendsPicture();
      pauses.next();
      pauses.end();
      scripted.accept().plays().close();
      first.close();
    }
  }

  static Stream<Error> faultsOfOurs() {
    return Stream.of(
        new StackOverflowError("on purpose"),
        new NoClassDefFoundError("on purpose"),
        new AssertionError("on purpose"));
  }

  @ParameterizedTest
  @MethodSource("faultsOfOurs")
  void sinkThatFailsWhileItIsLive_isNoLongerLiveAndTriedAgain(Error fault) throws Exception {
    BlockingQueue<Frame> shown = new LinkedBlockingQueue<>();
    FrameSink faulty =
        frame -> {
          if (!shown.isEmpty()) {
            throw fault;
          }
          shown.add(frame);
        };
    try (SupervisedCamera door =
        camera(NURSERY, scripted.address(), Optional.empty(), faulty, pauses)) {
      door.start();
      var first = scripted.accept().plays().sendsPicture();
      Eventually.holds(() -> door.state() == CameraState.LIVE);
      first.sendsPicture();
      pauses.next();
      assertThat(door.state()).isEqualTo(CameraState.CONNECTING);
      assertThat(door.report().words().toString()).contains("not the camera");
      pauses.end();
      scripted.accept().plays().close();
      first.close();
    }
  }

  /// Every fault in turn at one camera, and at last a sink that never returns; the other one plays
  /// on over its first connection and loses nothing.
  @Test
  void failures_ofOneCamera_neverDisturbAnother() throws Exception {
    BlockingQueue<Frame> others = new LinkedBlockingQueue<>();
    Pauses othersPauses = new Pauses();
    CountDownLatch stuck = new CountDownLatch(1);
    FrameSink stopping = frame -> await(stuck);
    try (RtspServer server = RtspServer.start(RtspServerSettings.loopback(), clock);
        SupervisedCamera healthy =
            camera(NURSERY, at(server), Optional.empty(), others::add, othersPauses);
        SupervisedCamera failing =
            camera(DOOR, scripted.address(), Optional.empty(), stopping, pauses)) {
      Mount mount = server.mount("/main");
      healthy.start();
      failing.start();
      shows(mount, others);
      scripted.accept().close();
      paused(mount, others);
      scripted.accept().plays().close();
      paused(mount, others);
      var nonsense = scripted.accept();
      nonsense.hears();
      nonsense.says("\u0000\u0001 nonsense\r\n\r\n");
      paused(mount, others);
      scripted.accept().plays().sendsPicture();
      shows(mount, others);
      assertThat(healthy.state()).isEqualTo(CameraState.LIVE);
      assertThat(othersPauses.none()).isTrue();
      assertThat(mount.playerCount()).isOne();
      assertThat(healthy.counters().pictures().of(StreamEvent.PACKET_LOST)).isZero();
      stuck.countDown();
    }
  }

  private void paused(Mount mount, BlockingQueue<Frame> others) throws Exception {
    pauses.next();
    shows(mount, others);
    pauses.end();
  }

  private void shows(Mount mount, BlockingQueue<Frame> others) throws Exception {
    pass(Duration.ofMillis(40));
    mount.accept(new Frame(Track.MAIN, nowMicros.get(), true, KEY_FRAME));
    taken(others);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(Eventually.GUARD.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void close_whilePlaying_saysGoodbyeToTheCamera() throws Exception {
    camera.start();
    try (var connection = scripted.accept().plays().sendsPicture()) {
      taken(frames);
      camera.close();
      assertThat(connection.hears()).startsWith("TEARDOWN");
      assertThat(connection.hears()).isEmpty();
      assertThat(pauses.none()).isTrue();
    }
  }
}
