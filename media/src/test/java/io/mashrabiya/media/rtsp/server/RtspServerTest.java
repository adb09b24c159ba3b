package io.mashrabiya.media.rtsp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.H265Pictures;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.rtsp.message.RtspHeaders;
import io.mashrabiya.media.rtsp.message.RtspIncoming;
import io.mashrabiya.media.rtsp.message.RtspInput;
import io.mashrabiya.media.rtsp.message.RtspRequest;
import io.mashrabiya.media.rtsp.message.RtspResponse;
import io.mashrabiya.media.sdp.MediaDescription;
import io.mashrabiya.media.sdp.RtpEncoding;
import io.mashrabiya.media.sdp.SessionDescription;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The server, asked word by word.
class RtspServerTest {
  private static final CaptureClock CLOCK = CaptureClock.startingAt(InstantSource.system());

  private RtspServer server;
  private Mount door;
  private Socket socket;
  private RtspInput input;
  private int sequence;

  @BeforeEach
  void begin() throws IOException {
    server = RtspServer.start(RtspServerSettings.loopback(), CLOCK);
    door = server.mount("/door");
    connect(server);
  }

  @AfterEach
  void end() throws IOException {
    socket.close();
    server.close();
  }

  private void connect(RtspServer to) throws IOException {
    socket = new Socket(to.address().getAddress(), to.address().getPort());
    socket.setSoTimeout(20_000);
    input = new RtspInput(socket.getInputStream());
  }

  private RtspResponse ask(String method, String path, RtspHeaders headers) throws IOException {
    sequence++;
    RtspHeaders numbered = headers.with("CSeq", "" + sequence);
    socket
        .getOutputStream()
        .write(new RtspRequest(method, "rtsp://elsewhere" + path, numbered, "").encode());
    while (true) {
      if (input.next() instanceof RtspResponse response) {
        assertThat(response.headers().first("CSeq")).hasValue("" + sequence);
        return response;
      }
    }
  }

  private RtspResponse ask(String method, String path) throws IOException {
    return ask(method, path, RtspHeaders.NONE);
  }

  private RtspResponse setUp(String path, String transport) throws IOException {
    return ask("SETUP", path, RtspHeaders.NONE.with("Transport", transport));
  }

  @Test
  void options_anyPath_namesTheMethods() throws IOException {
    assertThat(ask("OPTIONS", "/any").headers().first("Public").orElseThrow())
        .contains("DESCRIBE", "GET_PARAMETER");
  }

  @ParameterizedTest
  @CsvSource({
    "/door, 200",
    "/door/, 200",
    "/door?x=y, 200",
    "/Door, 404",
    "/, 404",
    "'', 404",
    "/doo, 404",
    "/door/x, 404"
  })
  void describe_path_isFoundExactly(String path, int status) throws IOException {
    assertThat(ask("DESCRIBE", path).status()).isEqualTo(status);
  }

  @Test
  void describe_streamWithPictures_tellsItsParameterSets() throws IOException {
    door.accept(new SyntheticPictures(1).frame(0, 1, 100));
    RtspResponse response = ask("DESCRIBE", "/door");
    assertThat(response.headers().first("Content-Type")).hasValue("application/sdp");
    assertThat(response.headers().first("Content-Base")).hasValue("rtsp://elsewhere/door/");
    var read = (SessionDescription.Reading.Understood) SessionDescription.read(response.body());
    MediaDescription video = read.description().media().getFirst();
    assertThat(video.encoding("96")).map(RtpEncoding::name).hasValue("H264");
    assertThat(video.parameter("96", "profile-level-id")).hasValue("64001e");
    assertThat(video.parameter("96", "sprop-parameter-sets"))
        .hasValue("Z2QAHqzZQKAv+XARAAADAAEAAAMAMg8WLZY=,aOvjyyLA");
  }

  @Test
  void describe_h265_tellsItsParameterSetsAndProfile() throws IOException {
    Track track = new Track(Track.PICTURE, PictureFormat.H265);
    server.mount("/yard", track).accept(H265Pictures.frame(0, H265Pictures.recorded().getFirst()));
    var read =
        (SessionDescription.Reading.Understood)
            SessionDescription.read(ask("DESCRIBE", "/yard").body());
    MediaDescription video = read.description().media().getFirst();
    assertThat(video.encoding("96")).map(RtpEncoding::name).hasValue("H265");
    assertThat(video.parameter("96", "sprop-vps"))
        .hasValueSatisfying(set -> {
          assertThat(Base64.getDecoder().decode(set)).startsWith(0x40, 1);
        });
    assertThat(video.parameter("96", "sprop-sps"))
        .hasValueSatisfying(set -> {
          assertThat(Base64.getDecoder().decode(set)).startsWith(0x42, 1);
        });
    assertThat(video.parameter("96", "sprop-pps"))
        .hasValueSatisfying(set -> {
          assertThat(Base64.getDecoder().decode(set)).startsWith(0x44, 1);
        });
    assertThat(video.parameter("96", "profile-id")).hasValue("1");
    assertThat(video.parameter("96", "level-id")).hasValue("60");
    assertThat(video.parameter("96", "interop-constraints")).hasValue("900000000000");
  }

  @Test
  void describe_h265WithoutPictures_tellsNoParameters() throws IOException {
    server.mount("/yard", new Track(Track.PICTURE, PictureFormat.H265));
    assertThat(ask("DESCRIBE", "/yard").body()).contains("H265/90000").doesNotContain("fmtp");
  }

  @Test
  void describe_jpeg_isThePayloadTypeThatHasAlwaysMeantIt() throws IOException {
    server.mount("/shed", new Track(Track.PICTURE, PictureFormat.JPEG));
    assertThat(ask("DESCRIBE", "/shed").body())
        .contains("m=video 0 RTP/AVP 26\r\n", "a=rtpmap:26 JPEG/90000\r\n")
        .doesNotContain("fmtp");
  }

  @Test
  void describe_streamWithoutPictures_tellsNone() throws IOException {
    assertThat(ask("DESCRIBE", "/door").body()).contains("H264/90000").doesNotContain("sprop");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RTP/AVP/TCP;unicast;interleaved=4-5 | 200 | RTP/AVP/TCP;unicast;interleaved=4-5",
        "RTP/AVP;unicast;client_port=1-2,RTP/AVP/TCP;interleaved=2-3 | 200 |"
            + " RTP/AVP/TCP;unicast;interleaved=2-3",
        "RTP/AVP/TCP;unicast | 200 | RTP/AVP/TCP;unicast;interleaved=0-1",
        "RTP/AVP;unicast;client_port=5000-5001 | 461 |"
      })
  void setUp_transport_isTcpOrRefused(String asked, int status, String answered)
      throws IOException {
    RtspResponse response = setUp("/door/trackID=0", asked);
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers().first("Transport").orElse(null)).isEqualTo(answered);
  }

  @Test
  void play_withoutSetup_isRefused() throws IOException {
    assertThat(ask("PLAY", "/door").status()).isEqualTo(455);
  }

  @Test
  void play_thenPause_sendsAndStops() throws IOException {
    door.accept(new SyntheticPictures(1).frame(0, 1, 100));
    setUp("/door/trackID=0", "RTP/AVP/TCP;interleaved=4-5");
    assertThat(ask("PLAY", "/door/").status()).isEqualTo(200);
    assertThat(input.next())
        .isInstanceOfSatisfying(
            RtspIncoming.Interleaved.class, packet -> assertThat(packet.channel()).isEqualTo(4));
    assertThat(input.next())
        .as("a sender report")
        .isInstanceOfSatisfying(
            RtspIncoming.Interleaved.class, packet -> assertThat(packet.channel()).isEqualTo(5));
    assertThat(door.playerCount()).isOne();
    assertThat(ask("PAUSE", "/door").status()).isEqualTo(200);
    assertThat(door.playerCount()).isZero();
  }

  @Test
  void teardown_endsTheConnection() throws IOException {
    setUp("/door/trackID=0", "RTP/AVP/TCP;interleaved=0-1");
    assertThat(ask("TEARDOWN", "/door").status()).isEqualTo(200);
    assertThat(input.next()).isEqualTo(new RtspIncoming.End());
  }

  @Test
  void unknownMethod_isNotImplemented() throws IOException {
    assertThat(ask("RECORD", "/door").status()).isEqualTo(501);
  }

  @Test
  void noise_isABadRequestAndTheEnd() throws IOException {
    socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(input.next())
        .isInstanceOfSatisfying(
            RtspResponse.class, response -> assertThat(response.status()).isEqualTo(400));
    assertThat(input.next()).isEqualTo(new RtspIncoming.End());
  }

  @Test
  void silentClient_isForgottenAfterItsTimeout() throws IOException {
    RtspServerSettings settings =
        RtspServerSettings.loopback().sessionTimeout(Duration.ofMillis(200));
    try (RtspServer impatient = RtspServer.start(settings, CLOCK)) {
      socket.close();
      connect(impatient);
      assertThat(input.next()).isEqualTo(new RtspIncoming.End());
    }
  }

  /// A client that plays and never reads: the others and the source are not disturbed, and its
  /// queue stays bounded.
  @Test
  void clientThatNeverReads_disturbsNobody() throws Exception {
    RtspServerSettings settings = RtspServerSettings.loopback().mostQueuedBytes(200_000);
    try (RtspServer bounded = RtspServer.start(settings, CLOCK)) {
      Mount mount = bounded.mount("/door");
      socket.close();
      connect(bounded);
      setUp("/door/trackID=0", "RTP/AVP/TCP;interleaved=0-1");
      ask("PLAY", "/door");
      SyntheticPictures pictures = new SyntheticPictures(3);
      for (int i = 0; i < 2_000; i++) {
        mount.accept(pictures.frame(i, 10, 50_000)); // 50 MB, far more than the network's buffers
      }
      assertThat(mount.playerCount()).isOne();
    }
  }

  @Test
  void oneClientTooMany_isClosedAtOnce() throws IOException {
    RtspServerSettings one =
        new RtspServerSettings(
            RtspServerSettings.loopback().listen(),
            RtspServerSettings.loopback().access(),
            1,
            Duration.ofSeconds(60),
            1400,
            1_000_000);
    try (RtspServer small = RtspServer.start(one, CLOCK)) {
      socket.close();
      connect(small);
      assertThat(ask("OPTIONS", "/").status()).isEqualTo(200);
      try (Socket second = new Socket(small.address().getAddress(), small.address().getPort())) {
        second.setSoTimeout(20_000);
        assertThat(second.getInputStream().read()).isEqualTo(-1);
      }
      assertThat(ask("OPTIONS", "/").status()).isEqualTo(200);
    }
  }

  @Test
  void mount_samePathTwice_isRefused() {
    assertThatThrownBy(() -> server.mount("/door")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> server.mount("door")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> server.mount("/door/")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void start_portTaken_throws() {
    RtspServerSettings taken = RtspServerSettings.loopback().listeningOn(server.address());
    assertThatThrownBy(() -> RtspServer.start(taken, CLOCK)).isInstanceOf(IOException.class);
  }

  @Test
  void close_server_letsGoOfItsPort() throws IOException {
    server.close();
    RtspServerSettings same = RtspServerSettings.loopback().listeningOn(server.address());
    try (RtspServer next = RtspServer.start(same, CLOCK)) {
      assertThat(next.address().getPort()).isEqualTo(server.address().getPort());
    }
  }
}
