package io.mashrabiya.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("peer")
class GStreamerCameraTest {
  private static final int GUARD_MILLIS = 30_000;

  @Test
  void open_plain_describesH264() throws IOException {
    try (GStreamerCamera camera = GStreamerCamera.open(GStreamerCamera.Settings.plain())) {
      assertThat(camera.uri().getPort()).isPositive();
      assertThat(describe(camera.uri())).startsWith("RTSP/1.0 200").contains("H264/90000");
    }
  }

  @Test
  void open_otherFormats_describesThem() throws IOException {
    var h265 =
        GStreamerCamera.Settings.plain()
            .as(GStreamerCamera.Pictures.H265)
            .sounding(GStreamerCamera.Sound.AAC);
    try (GStreamerCamera camera = GStreamerCamera.open(h265)) {
      assertThat(describe(camera.uri())).contains("H265/90000", "MPEG4-GENERIC/16000/1");
    }
    var jpeg = h265.as(GStreamerCamera.Pictures.JPEG_422).sounding(GStreamerCamera.Sound.OPUS);
    try (GStreamerCamera camera = GStreamerCamera.open(jpeg)) {
      assertThat(describe(camera.uri())).contains("RTP/AVP 26", "OPUS/48000/2");
    }
  }

  @Test
  void open_file_describesItsParameterSets() throws IOException, URISyntaxException {
    Path clip =
        Path.of(
            Optional.ofNullable(GStreamerCameraTest.class.getResource("door-night.h264"))
                .orElseThrow()
                .toURI());
    try (GStreamerCamera camera =
        GStreamerCamera.open(GStreamerCamera.Settings.plain().showing(clip))) {
      assertThat(describe(camera.uri()))
          .startsWith("RTSP/1.0 200")
          .contains("sprop-parameter-sets");
    }
  }

  @Test
  void open_withDigest_challengesStrangers() throws IOException {
    assertThat(challengeOf(GStreamerCamera.Scheme.DIGEST)).contains("WWW-Authenticate: Digest");
  }

  @Test
  void open_withBasic_challengesStrangers() throws IOException {
    assertThat(challengeOf(GStreamerCamera.Scheme.BASIC)).contains("WWW-Authenticate: Basic");
  }

  private static String challengeOf(GStreamerCamera.Scheme scheme) throws IOException {
    var login = new GStreamerCamera.Login(scheme, "viewer", "a secret");
    assertThat(login.toString()).doesNotContain("a secret");
    try (GStreamerCamera camera =
        GStreamerCamera.open(GStreamerCamera.Settings.plain().askingFor(login))) {
      String answer = describe(camera.uri());
      assertThat(answer).startsWith("RTSP/1.0 401");
      return answer;
    }
  }

  /// The whole answer to a DESCRIBE: GStreamer keeps the connection open, so the length says where
  /// it ends.
  private static String describe(URI uri) throws IOException {
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(GUARD_MILLIS);
      String request =
          "DESCRIBE " + uri + " RTSP/1.0\r\nCSeq: 1\r\nAccept: application/sdp\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      StringBuilder answer = new StringBuilder();
      int body = 0;
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        answer.append(line).append('\n');
        if (line.startsWith("Content-Length:")) {
          body = Integer.parseInt(line.substring(15).strip());
        }
      }
      for (int i = 0; i < body; i++) {
        answer.append((char) in.read());
      }
      return answer.toString();
    }
  }
}
