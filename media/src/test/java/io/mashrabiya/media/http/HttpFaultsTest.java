package io.mashrabiya.media.http;

import static io.mashrabiya.media.http.ScriptedHttpCamera.STREAM;
import static io.mashrabiya.media.http.ScriptedHttpCamera.header;
import static io.mashrabiya.media.http.ScriptedHttpCamera.part;
import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.rtp.StreamEvent;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A stream of parts over a connection, and all that can go wrong with it.
@Timeout(60)
class HttpFaultsTest {
  private static final String UNAUTHORIZED = "HTTP/1.1 401 Unauthorized\r\n";
  private static final Credentials RIGHT = new Credentials("mona", "hush");

  private ScriptedHttpCamera camera;

  @BeforeEach
  void begin() throws Exception {
    camera = new ScriptedHttpCamera();
  }

  @AfterEach
  void end() throws Exception {
    camera.close();
  }

  private PlayingHttp play() {
    return PlayingHttp.of(camera.address());
  }

  @Test
  void stream_goodCamera_isEachPictureAsAKeyFrame() throws Exception {
    try (PlayingHttp playing = play();
        var connection = camera.accept()) {
      String question = connection.hears();
      assertThat(question).startsWith("GET /video?a=b HTTP/1.1\r\n");
      assertThat(header(question, "Host")).isEqualTo("127.0.0.1:" + camera.address().port());
      assertThat(header(question, "Authorization")).isEmpty();
      connection.says(STREAM, part(Jpegs.ONE));
      Frame first = playing.frame();
      assertThat(first.track()).isEqualTo(new Track(Track.PICTURE, PictureFormat.JPEG));
      assertThat(first.key()).isTrue();
      assertThat(first.payload()).isEqualTo(Jpegs.ONE);
      connection.says(part(Jpegs.ONE));
      assertThat(playing.frame().captureTimeMicros()).isGreaterThan(first.captureTimeMicros());
      assertThat(playing.counters.of(StreamEvent.FRAME)).isEqualTo(2);
      playing.stop();
      assertThat(connection.isLeft()).isTrue();
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.Stopped());
    }
  }

  @Test
  void stream_inChunks_isRead() throws Exception {
    try (PlayingHttp playing = play();
        var connection = camera.accept()) {
      connection.hears();
      connection.says(
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
              + "Content-Type: multipart/x-mixed-replace\r\n\r\n");
      byte[] body = Bytes.of("--b\r\n", part(Jpegs.ONE));
      for (int at = 0; at < body.length; at += 100) {
        byte[] chunk = Arrays.copyOfRange(body, at, Math.min(at + 100, body.length));
        connection.says(Integer.toHexString(chunk.length), "\r\n", chunk, "\r\n");
      }
      assertThat(playing.frame().payload()).isEqualTo(Jpegs.ONE);
    }
  }

  @Test
  void stream_withoutType_isKnownByItsFirstDash() throws Exception {
    try (PlayingHttp playing = play()) {
      camera.answers("HTTP/1.0 200 OK\r\n\r\n--b\r\n", part(Jpegs.ONE));
      assertThat(playing.frame().payload()).isEqualTo(Jpegs.ONE);
    }
  }

  @Test
  void stream_brokenPicture_isLeftOutAndCounted() throws Exception {
    try (PlayingHttp playing = play()) {
      byte[] half = Arrays.copyOf(Jpegs.ONE, Jpegs.ONE.length / 2);
      camera.answers(
          STREAM, part(half), part(Bytes.of("GIF89a")), part(Jpegs.TWO), part(new byte[0]));
      assertThat(playing.frame().payload()).isEqualTo(Jpegs.TWO);
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.ClosedByCamera());
      assertThat(playing.counters.of(StreamEvent.PAYLOAD_MALFORMED)).isEqualTo(3);
    }
  }

  @Test
  void stream_closedWithinAPart_isClosedByCamera() throws Exception {
    try (PlayingHttp playing = play()) {
      camera.answers(
          STREAM, part(Jpegs.ONE), "Content-Length: 5000\r\n\r\n", Arrays.copyOf(Jpegs.TWO, 50));
      playing.frame();
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.ClosedByCamera());
      assertThat(playing.noMoreFrames()).isTrue();
    }
  }

  @Test
  void stream_closedBeforeItsHeadEnds_isClosedByCamera() throws Exception {
    try (PlayingHttp playing = play()) {
      camera.answers("HTTP/1.1 200 OK\r\nContent-");
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.ClosedByCamera());
    }
  }

  @Test
  void stream_hangs_isSilentAfterTenSeconds() throws Exception {
    try (PlayingHttp playing = play();
        var connection = camera.accept()) {
      connection.hears();
      connection.says(STREAM, part(Jpegs.ONE));
      playing.frame();
      assertThat(playing.drips(connection, Duration.ofSeconds(10)))
          .isLessThan(Duration.ofSeconds(30));
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.Silent(say("whole picture")));
    }
  }

  /// One byte now and then gains nothing.
  @Test
  void stream_drips_isSilentAfterThirtySeconds() throws Exception {
    try (PlayingHttp playing = play();
        var connection = camera.accept()) {
      connection.hears();
      connection.says(STREAM, part(Jpegs.ONE));
      playing.frame();
      assertThat(playing.drips(connection, Duration.ofSeconds(5)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.Silent(say("whole picture")));
    }
  }

  @Test
  void answer_drips_isSilentAfterFiveSeconds() throws Exception {
    try (PlayingHttp playing = play();
        var connection = camera.accept()) {
      connection.hears();
      assertThat(playing.drips(connection, Duration.ofSeconds(1)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(5));
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.Silent(say("answer")));
    }
  }

  @Test
  void stream_endlessPart_isMalformed() throws Exception {
    try (PlayingHttp playing = play();
        var connection = camera.accept()) {
      connection.hears();
      connection.says(STREAM, "\r\n", new byte[] {(byte) 0xff});
      byte[] much = new byte[JpegParts.MOST_BYTES];
      connection.says(much);
      assertThat(playing.outcome())
          .isInstanceOfSatisfying(
              HttpOutcome.Malformed.class,
              malformed -> assertThat(malformed.production()).asString().contains("8 MiB"));
    }
  }

  @Test
  void answer_endlessHead_isMalformed() throws Exception {
    try (PlayingHttp playing = play()) {
      camera.answers("HTTP/1.1 200 OK\r\n", "A: b\r\n".repeat(70));
      assertThat(playing.outcome()).isInstanceOf(HttpOutcome.Malformed.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RTSP/1.0 200 OK\r\n\r\n", "SSH-2.0-x\r\n", "\r\n"})
  void answer_noHttp_isMalformed(String answer) throws Exception {
    try (PlayingHttp playing = play()) {
      camera.answers(answer);
      assertThat(playing.outcome()).isInstanceOf(HttpOutcome.Malformed.class);
    }
  }

  @Test
  void answer_packed_isNotUnpacked() throws Exception {
    try (PlayingHttp playing = play()) {
      camera.answers("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
      assertThat(playing.outcome()).isInstanceOf(HttpOutcome.Malformed.class);
    }
  }

  /// Not even to the same host: where it leads is for a person to see.
  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirect_isNotFollowed(int status) throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address(), RIGHT)) {
      camera.answers("HTTP/1.1 " + status + " Moved\r\nLocation: http://192.0.2.1/x\r\n\r\n");
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.Redirected());
    }
  }

  @ParameterizedTest
  @CsvSource({"404, NotFound", "410, NotFound", "403, Refused", "503, Refused", "204, Refused"})
  void refusal_hasItsOutcome(int status, String outcome) throws Exception {
    try (PlayingHttp playing = play()) {
      camera.answers("HTTP/1.1 " + status + " No\r\n\r\n");
      assertThat(playing.outcome().getClass().getSimpleName()).isEqualTo(outcome);
    }
  }

  @Test
  void answer_aPage_isNoPicture() throws Exception {
    try (PlayingHttp playing = play()) {
      camera.answers("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>");
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.NoPictures("text/html"));
    }
  }

  @Test
  void unreachable_saysWhy() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    try (PlayingHttp playing = PlayingHttp.of(new HttpAddress("127.0.0.1", port, "/"))) {
      assertThat(playing.outcome()).isInstanceOf(HttpOutcome.Unreachable.class);
    }
  }

  @Test
  void challenge_withoutCredentials_isAskedFor() throws Exception {
    try (PlayingHttp playing = play()) {
      camera.answers(UNAUTHORIZED + "WWW-Authenticate: Basic realm=\"c\"\r\n\r\n");
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.CredentialsNeeded());
    }
  }

  @Test
  void challenge_digest_isAnsweredOnANewConnection() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address(), RIGHT)) {
      assertThat(camera.answers(challenge("n1", ""))).doesNotContain("Authorization");
      String answer = header(camera.answers(STREAM, part(Jpegs.ONE)), "Authorization");
      assertThat(answer)
          .startsWith("Digest username=\"mona\"")
          .contains("uri=\"/video?a=b\"", "nonce=\"n1\"")
          .doesNotContain("hush");
      playing.frame();
    }
  }

  private static String challenge(String nonce, String more) {
    return UNAUTHORIZED
        + "WWW-Authenticate: Digest realm=\"c\", qop=\"auth\", nonce=\""
        + nonce
        + "\""
        + more
        + "\r\n\r\n";
  }

  @Test
  void challenge_wrongPassword_isAnsweredOnce() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address(), RIGHT)) {
      camera.answers(challenge("n1", ""));
      camera.answers(challenge("n2", ""));
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.CredentialsRefused());
    }
  }

  @Test
  void challenge_staleNonce_isAnsweredOnceMore() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address(), RIGHT)) {
      camera.answers(challenge("n1", ""));
      camera.answers(challenge("n2", ", stale=true"));
      camera.answers(challenge("n3", ", stale=true"));
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.CredentialsRefused());
    }
  }

  @Test
  void challenge_basicAlone_isAnswered() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address(), RIGHT)) {
      camera.answers(UNAUTHORIZED + "WWW-Authenticate: Basic realm=\"c\"\r\n\r\n");
      assertThat(header(camera.answers(STREAM, part(Jpegs.ONE)), "Authorization"))
          .isEqualTo("Basic bW9uYTpodXNo");
      playing.frame();
    }
  }

  @Test
  void challenge_unknownScheme_isNotSpoken() throws Exception {
    try (PlayingHttp playing = PlayingHttp.of(camera.address(), RIGHT)) {
      camera.answers(UNAUTHORIZED + "WWW-Authenticate: Negotiate\r\n\r\n");
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.AuthenticationNotSpoken());
    }
  }

  @Test
  void stop_whileTheCameraHangs_endsIt() throws Exception {
    try (PlayingHttp playing = play();
        var connection = camera.accept()) {
      connection.hears();
      playing.stop();
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.Stopped());
    }
  }
}
