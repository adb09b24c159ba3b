package io.mashrabiya.home.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.Eventually;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.http.HttpAddress;
import io.mashrabiya.media.source.CameraAddress;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.CameraState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cameras that speak no RTSP are kept playing as the others are.
@Timeout(60)
class SupervisedHttpCameraTest {
  private static final String PICTURE =
      new String(
          HexFormat.of().parseHex("ffd8ffc0000b08001000200101110000ffda0008010100003f001234ffd9"),
          StandardCharsets.ISO_8859_1);
  private static final String PART =
      "Content-Length: " + PICTURE.length() + "\r\n\r\n" + PICTURE + "\r\n--b\r\n";
  private static final String STREAM =
      "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace\r\n\r\n--b\r\n";

  private final AtomicLong nowMicros = new AtomicLong(1_000_000_000_000L);
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final Pauses pauses = new Pauses();
  private ScriptedCamera scripted;

  @BeforeEach
  void begin() throws Exception {
    scripted = new ScriptedCamera();
  }

  @AfterEach
  void end() throws Exception {
    scripted.close();
  }

  private SupervisedCamera camera(CameraAddress address, Optional<Credentials> credentials) {
    var settings = new CameraSettings("Bell", address, credentials);
    var camera =
        new SupervisedCamera(
            new CameraId(1, 1), settings, frames::add, nowMicros::get, told -> {}, pauses);
    camera.start();
    return camera;
  }

  private SupervisedCamera camera() {
    return camera(address(), Optional.empty());
  }

  private CameraAddress address() {
    return new CameraAddress.Http(new HttpAddress("127.0.0.1", scripted.address().port(), "/"));
  }

  private Frame taken() throws InterruptedException {
    Frame frame = frames.poll(Eventually.GUARD.toSeconds(), TimeUnit.SECONDS);
    assertThat(frame).as("a frame").isNotNull();
    return frame;
  }

  @Test
  void start_goodCamera_isLive() throws Exception {
    try (SupervisedCamera camera = camera();
        var connection = scripted.accept()) {
      assertThat(connection.hears()).startsWith("GET / HTTP/1.1");
      connection.says(STREAM + PART);
      assertThat(taken().track().format()).isEqualTo(PictureFormat.JPEG);
      Eventually.holds(() -> camera.state() == CameraState.LIVE);
      assertThat(camera.report().words().toString()).isEmpty();
    }
  }

  @Test
  void off_thenBack_isLiveAgain() throws Exception {
    try (SupervisedCamera camera = camera()) {
      scripted.accept().close();
      pauses.next();
      assertThat(camera.state()).isEqualTo(CameraState.CONNECTING);
      pauses.end();
      try (var connection = scripted.accept()) {
        connection.hears();
        connection.says(STREAM + PART);
        taken();
        Eventually.holds(() -> camera.state() == CameraState.LIVE);
      }
      assertThat(pauses.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void off_isUnreachable() throws Exception {
    scripted.close();
    try (SupervisedCamera camera = camera()) {
      pauses.next();
      assertThat(camera.state()).isEqualTo(CameraState.UNREACHABLE);
      assertThat(camera.report().words().toString()).contains("cannot be reached");
    }
  }

  @Test
  void password_refused_isNotTriedAgainForFiveMinutes() throws Exception {
    try (SupervisedCamera camera =
        camera(address(), Optional.of(new Credentials("mona", "wrong")))) {
      for (int question = 0; question < 2; question++) {
        try (var connection = scripted.accept()) {
          connection.hears();
          connection.says(
              "HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm=\"a\", nonce=\"b\"\r\n\r\n");
        }
      }
      assertThat(pauses.next()).isEqualTo(Duration.ofMinutes(5));
      assertThat(camera.state()).isEqualTo(CameraState.REFUSED);
      assertThat(camera.report().words().toString()).contains("password").doesNotContain("wrong");
    }
  }

  @Test
  void silent_isTriedAgain() throws Exception {
    try (SupervisedCamera camera = camera();
        var connection = scripted.accept()) {
      connection.hears();
      nowMicros.addAndGet(Duration.ofSeconds(5).toNanos() / 1_000);
      connection.says("H"); // and never more of it
      assertThat(pauses.next()).isLessThanOrEqualTo(Duration.ofMillis(500));
      assertThat(camera.state()).isEqualTo(CameraState.SILENT);
      assertThat(camera.report().words().toString()).contains("silent");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 404 Not Found, UNSUPPORTED, 300000",
    "HTTP/1.1 302 Moved, UNSUPPORTED, 300000",
    "RTSP/1.0 400 Bad Request, UNSUPPORTED, 500",
    "HTTP/1.1 503 Busy, SILENT, 500"
  })
  void refusal_hasItsStateItsWordsAndItsPause(String answer, CameraState state, long mostMillis)
      throws Exception {
    try (SupervisedCamera camera = camera();
        var connection = scripted.accept()) {
      connection.hears();
      connection.says(answer + "\r\n\r\n");
      assertThat(pauses.next().toMillis()).isBetween(mostMillis / 2, mostMillis);
      assertThat(camera.state()).isEqualTo(state);
      assertThat(camera.report().words().toString()).isNotBlank();
    }
  }

  @Test
  void file_thatIsNotThere_saysSoAndIsTriedAgain() throws Exception {
    Path nowhere = Path.of("no", "such", "clip.mp4");
    try (SupervisedCamera camera = camera(new CameraAddress.Clip(nowhere), Optional.empty())) {
      assertThat(pauses.next()).isLessThanOrEqualTo(Duration.ofMillis(500));
      assertThat(camera.state()).isEqualTo(CameraState.UNSUPPORTED);
      assertThat(camera.report().words().toString()).contains("clip.mp4 is not there");
    }
  }
}
