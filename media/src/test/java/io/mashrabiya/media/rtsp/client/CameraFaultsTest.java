package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.rtp.StreamEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cameras do that no standard says, word by word; each test is named after the fault.
class CameraFaultsTest {
  private static final Duration GUARD = Duration.ofSeconds(15);
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final RtspSettings PATIENT = new RtspSettings(GUARD, GUARD, GUARD, GUARD, "Test");
  private static final RtspSettings FOR_ANSWERS_SHORT =
      new RtspSettings(GUARD, SHORT, GUARD, GUARD, "Test");
  private static final RtspSettings FOR_PICTURES_SHORT =
      new RtspSettings(GUARD, GUARD, SHORT, GUARD, "Test");

  private ScriptedCamera camera;

  @BeforeEach
  void begin() throws Exception {
    camera = new ScriptedCamera();
  }

  @AfterEach
  void end() throws Exception {
    camera.close();
  }

  private Playing play() {
    return play(Optional.empty(), PATIENT);
  }

  private Playing play(Optional<Credentials> credentials, RtspSettings settings) {
    return Playing.of(camera.start().address(), "/main", credentials, settings);
  }

  private RtspOutcome outcome() throws InterruptedException {
    return outcome(PATIENT);
  }

  private RtspOutcome outcome(RtspSettings settings) throws InterruptedException {
    try (Playing playing = play(Optional.empty(), settings)) {
      return playing.outcome();
    }
  }

  private String askedFor(String method) throws InterruptedException {
    String request = camera.asked();
    while (!request.startsWith(method + " ")) {
      request = camera.asked();
    }
    return request;
  }

  @Test
  void goodCamera_isPlayed() throws Exception {
    camera.answerAll().send(ScriptedCamera.keyFrame(0, 1));
    try (Playing playing = play()) {
      assertThat(playing.frames(1).getFirst().key()).isTrue();
      String describe = askedFor("DESCRIBE");
      assertThat(describe).contains("User-Agent: Test", "Accept: application/sdp", "CSeq: 2");
      String url = "rtsp://127.0.0.1:" + camera.address().getPort() + "/main";
      assertThat(describe).startsWith("DESCRIBE " + url + " RTSP/1.0");
      assertThat(askedFor("SETUP"))
          .startsWith("SETUP " + url + "/trackID=1 RTSP/1.0")
          .contains("Transport: RTP/AVP/TCP;unicast;interleaved=0-1");
      assertThat(askedFor("PLAY")).contains("Session: 42\n", "Range: npt=0.000-");
      playing.stop();
      assertThat(askedFor("TEARDOWN")).contains("Session: 42");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cseq: 1", "CSEQ:1", "CSeq: 99", "CSeq: one", "X: y", "Cseq 1"})
  void numberOfAnswersOddOrMissing_isForgiven(String number) throws Exception {
    String first = "RTSP/1.0 200 OK\r\n" + number + "\r\n";
    camera
        .answer(first + "\r\n")
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP).replace("RTSP/1.0 200 OK\r\n", first))
        .answer(ScriptedCamera.SETUP.replace("RTSP/1.0 200 OK\r\n", first))
        .answer(ScriptedCamera.PLAY.replace("RTSP/1.0 200 OK\r\n", first))
        .send(ScriptedCamera.keyFrame(0, 1));
    try (Playing playing = play()) {
      assertThat(playing.frames(1)).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "content-length, session, transport",
    "Content-length, SESSION, TRANSPORT",
    "CONTENT-LENGTH, sEsSiOn, Transport "
  })
  void headersInOddCase_areRead(String length, String session, String transport) throws Exception {
    String setup =
        ScriptedCamera.SETUP
            .replace("0-1", "4-5")
            .replace("Session", session)
            .replace("Transport", transport);
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP).replace("Content-Length", length))
        .answer(setup)
        .answer(ScriptedCamera.PLAY)
        .send(ScriptedCamera.keyFrame(4, 1));
    try (Playing playing = play()) {
      assertThat(playing.frames(1)).hasSize(1);
      assertThat(askedFor("PLAY")).contains("Session: 42\n");
    }
  }

  @Test
  void challengeAtEachRequest_isAnsweredWithTheNewestNonce() throws Exception {
    String refusal =
        "RTSP/1.0 401 No\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"%d\"\r\n\r\n";
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(refusal.formatted(1))
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer(refusal.formatted(2))
        .answer(ScriptedCamera.SETUP)
        .answer(refusal.formatted(3))
        .answer(ScriptedCamera.PLAY)
        .send(ScriptedCamera.keyFrame(0, 1));
    try (Playing playing = play(Optional.of(new Credentials("u", "p")), PATIENT)) {
      playing.frames(1);
      askedFor("SETUP");
      assertThat(askedFor("SETUP")).contains("nonce=\"2\"");
      assertThat(askedFor("PLAY")).contains("nonce=\"2\"");
      assertThat(askedFor("PLAY")).contains("nonce=\"3\"");
    }
  }

  @Test
  void optionsRefused_isForgiven() throws Exception {
    camera
        .answer("RTSP/1.0 501 Not Implemented\r\n\r\n")
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer(ScriptedCamera.SETUP)
        .answer(ScriptedCamera.PLAY)
        .send(ScriptedCamera.keyFrame(0, 1));
    try (Playing playing = play()) {
      assertThat(playing.frames(1)).hasSize(1);
    }
  }

  private static final String SDP_WITH_SOUND =
      ScriptedCamera.SDP + "m=audio 0 RTP/AVP 8\na=control:trackID=2\n";

  private static byte[] sound(int channel, int sequenceNumber) {
    byte[] packet = new byte[12 + 160];
    packet[0] = (byte) 0x80;
    packet[1] = 8;
    packet[3] = (byte) sequenceNumber;
    return ScriptedCamera.interleaved(channel, packet);
  }

  @Test
  void sound_announced_isSetUpBesideThePictures() throws Exception {
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(SDP_WITH_SOUND))
        .answer(ScriptedCamera.SETUP)
        .answer(ScriptedCamera.SETUP.replace("0-1", "2-3"))
        .answer(ScriptedCamera.PLAY)
        .send(sound(2, 1))
        .send(ScriptedCamera.keyFrame(0, 1));
    try (Playing playing = play()) {
      List<Frame> frames = playing.frames(2);
      assertThat(frames).extracting(frame -> frame.track().isSound()).containsExactly(true, false);
      assertThat(askedFor("SETUP")).contains("trackID=1", "interleaved=0-1");
      assertThat(askedFor("SETUP")).contains("trackID=2", "interleaved=2-3", "Session: 42");
      assertThat(playing.sound.of(StreamEvent.FRAME)).isOne();
      assertThat(playing.counters.of(StreamEvent.FRAME)).isOne();
    }
  }

  @Test
  void sound_refusedThoughAnnounced_playsWithout() throws Exception {
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(SDP_WITH_SOUND))
        .answer(ScriptedCamera.SETUP)
        .answer("RTSP/1.0 461 Unsupported Transport\r\n\r\n")
        .answer(ScriptedCamera.PLAY)
        .send(ScriptedCamera.keyFrame(0, 1));
    try (Playing playing = play()) {
      assertThat(playing.frames(1).getFirst().track().isSound()).isFalse();
    }
  }

  @Test
  void soundAndPictures_onOneChannel_areToldApartByTheirTypes() throws Exception {
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(SDP_WITH_SOUND))
        .answer(ScriptedCamera.SETUP)
        .answer(ScriptedCamera.SETUP)
        .answer(ScriptedCamera.PLAY)
        .send(sound(0, 1))
        .send(ScriptedCamera.keyFrame(0, 1));
    try (Playing playing = play()) {
      assertThat(playing.frames(2))
          .extracting(frame -> frame.track().isSound())
          .containsExactly(true, false);
    }
  }

  @Test
  void soundWithoutPictures_isSilent() throws Exception {
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(SDP_WITH_SOUND))
        .answer(ScriptedCamera.SETUP)
        .answer(ScriptedCamera.SETUP.replace("0-1", "2-3"))
        .answer(ScriptedCamera.PLAY)
        .send(sound(2, 1));
    assertThat(outcome(FOR_PICTURES_SHORT)).isEqualTo(new RtspOutcome.Silent(say("pictures")));
  }

  @Test
  void packetsBeforeTheAnswerToPlay_areNotLost() throws Exception {
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer(ScriptedCamera.SETUP)
        .send(ScriptedCamera.keyFrame(0, 1))
        .answer(ScriptedCamera.PLAY);
    try (Playing playing = play()) {
      assertThat(playing.frames(1)).hasSize(1);
    }
  }

  @Test
  void otherChannelsThanAsked_areUsed() throws Exception {
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer(ScriptedCamera.SETUP.replace("0-1", "6-7"))
        .answer(ScriptedCamera.PLAY)
        .send(ScriptedCamera.keyFrame(0, 1))
        .send(ScriptedCamera.keyFrame(6, 2));
    try (Playing playing = play()) {
      playing.frames(1);
      assertThat(playing.counters.of(StreamEvent.PACKET)).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RTSP/1.0 200 OK\r\nSession: 42\r\n\r\n",
        "RTSP/1.0 200 OK\r\nsession:42;Timeout=soon\r\nTransport: RTP/AVP/TCP\r\n\r\n",
        "RTSP/1.0 200 OK\nSession: 42\nTransport: RTP/AVP;unicast;client_port=0-1;interleaved=0\n\n"
      })
  void oddAnswerToSetup_isForgiven(String setup) throws Exception {
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer(setup)
        .answer(ScriptedCamera.PLAY)
        .send(ScriptedCamera.keyFrame(0, 1));
    try (Playing playing = play()) {
      assertThat(playing.frames(1)).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404 Not Found, NotFound",
    "410 Gone, NotFound",
    "302 Moved, Redirected",
    "503 Service Unavailable, Refused",
    "453 Not Enough Bandwidth, Refused",
    "500 Internal Server Error, Refused"
  })
  void describeRefused_hasItsOutcome(String status, String outcome) throws Exception {
    camera.answer(ScriptedCamera.OPTIONS).answer("RTSP/1.0 " + status + "\r\n\r\n");
    RtspOutcome ended = outcome();
    assertThat(ended.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(ended.words()).asString().isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(ints = {453, 500, 503})
  void streamLimitReached_tellsToCloseOthers(int status) throws Exception {
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer("RTSP/1.0 " + status + " \u001b[31mBusy\r\n\r\n");
    RtspOutcome ended = outcome();
    assertThat(ended.words())
        .asString()
        .contains("SETUP with " + status, "close other apps")
        .doesNotContain("\u001b");
  }

  @Test
  void closesWhenToldToPlay_tellsToCloseOthers() throws Exception {
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer(ScriptedCamera.SETUP)
        .answer("")
        .thenHangUp();
    RtspOutcome ended = outcome();
    assertThat(ended).isEqualTo(new RtspOutcome.ClosedBeforePictures());
    assertThat(ended.words()).asString().contains("close other apps");
  }

  @Test
  void everyTransportRefused_tellsToAllowOne() throws Exception {
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer("RTSP/1.0 461 Unsupported Transport\r\n\r\n")
        .answer("RTSP/1.0 461 Unsupported Transport\r\n\r\n");
    assertThat(outcome().words()).asString().contains("SETUP", "RTP over TCP");
  }

  @Test
  void setupWithoutSession_isMalformed() throws Exception {
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer("RTSP/1.0 200 OK\r\n\r\n");
    assertThat(outcome()).isEqualTo(new RtspOutcome.Malformed(quoted("Session"), 0));
  }

  @Test
  void noPicturesThatAreRead_saysWhatThereIs() throws Exception {
    String sdp = ScriptedCamera.SDP.replace("H264", "AV1") + "m=audio 0 RTP/AVP 0\n";
    camera.answer(ScriptedCamera.OPTIONS).answer(ScriptedCamera.describe(sdp));
    RtspOutcome ended = outcome();
    assertThat(ended)
        .isEqualTo(
            new RtspOutcome.NoPictures(List.of(quoted("AV1"), quoted("PCMU")), PATIENT.pictures()));
    assertThat(ended.words()).asString().contains("AV1, PCMU", "H.264", "H.265", "MJPEG");
  }

  @Test
  void descriptionThatIsNone_isMalformed() throws Exception {
    camera.answer(ScriptedCamera.OPTIONS).answer(ScriptedCamera.describe("<html>"));
    assertThat(outcome()).isInstanceOf(RtspOutcome.Malformed.class);
  }

  @Test
  void webServerOnThePort_isToldApart() throws Exception {
    camera.answer("HTTP/1.1 400 Bad Request\r\n\r\n");
    assertThat(outcome().words()).asString().contains("HTTP", "554");
  }

  @Test
  void acceptsAndStaysSilent_isSilent() throws Exception {
    camera.silence();
    assertThat(outcome(FOR_ANSWERS_SHORT))
        .isEqualTo(new RtspOutcome.Silent(say("answer to OPTIONS")));
  }

  @Test
  void oneByteNowAndThen_isSilentAllTheSame() throws Exception {
    camera.silence().drip();
    assertThat(outcome(FOR_ANSWERS_SHORT))
        .isEqualTo(new RtspOutcome.Silent(say("answer to OPTIONS")));
  }

  @Test
  void packetsInsteadOfAnAnswer_isSilent() throws Exception {
    camera.silence();
    camera.send(ScriptedCamera.keyFrame(0, 1));
    assertThat(outcome(FOR_ANSWERS_SHORT))
        .isEqualTo(new RtspOutcome.Silent(say("answer to OPTIONS")));
  }

  @Test
  void stopsSendingWhilePlaying_isSilent() throws Exception {
    camera.answerAll().send(ScriptedCamera.keyFrame(0, 1));
    assertThat(outcome(FOR_PICTURES_SHORT)).isEqualTo(new RtspOutcome.Silent(say("pictures")));
  }

  @Test
  void hangsUpWhilePlaying_isClosed() throws Exception {
    camera.answerAll().send(ScriptedCamera.keyFrame(0, 1)).thenHangUp();
    assertThat(outcome()).isEqualTo(new RtspOutcome.ClosedByCamera());
  }

  @Test
  void saysGoodbyeByRtcp_isClosed() throws Exception {
    byte[] goodbye = {(byte) 0x81, (byte) 203, 0, 1, 0, 0, 0, 1};
    camera
        .answerAll()
        .send(ScriptedCamera.keyFrame(0, 1))
        .send(ScriptedCamera.interleaved(1, goodbye));
    assertThat(outcome()).isEqualTo(new RtspOutcome.ClosedByCamera());
  }

  @Test
  void lengthThatLies_isMalformed() throws Exception {
    byte[] lying = ScriptedCamera.keyFrame(0, 1);
    lying[3] -= 3;
    camera.answerAll().send(lying).send("....\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(outcome()).isInstanceOf(RtspOutcome.Malformed.class);
  }

  @Test
  void rtpThatIsNone_isCountedAndSilent() throws Exception {
    camera.answerAll();
    for (int i = 0; i < 20; i++) {
      camera.send(ScriptedCamera.interleaved(0, new byte[] {1, 2, 3}));
    }
    try (Playing playing = play(Optional.empty(), FOR_PICTURES_SHORT)) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.Silent(say("pictures")));
      assertThat(playing.counters.of(StreamEvent.PACKET_MALFORMED)).isEqualTo(20);
    }
  }

  @Test
  void cameraAsksSomething_isDeclinedAndPlayed() throws Exception {
    camera
        .answerAll()
        .send("OPTIONS rtsp://x RTSP/1.0\r\nCSeq: 9\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
        .send(ScriptedCamera.keyFrame(0, 1));
    try (Playing playing = play()) {
      playing.frames(1);
      assertThat(askedFor("RTSP/1.0")).contains("501", "CSeq: 9");
    }
  }

  /// RFC 2326, section 7.1.1.
  @Test
  void interimAnswers_areNotTheAnswer() throws Exception {
    String interim = "RTSP/1.0 100 Continue\r\n\r\n";
    camera
        .answer(interim + ScriptedCamera.OPTIONS)
        .answer(interim + interim + ScriptedCamera.describe(ScriptedCamera.SDP))
        .answer(interim + ScriptedCamera.SETUP)
        .answer(interim + ScriptedCamera.PLAY)
        .send(ScriptedCamera.keyFrame(0, 1));
    try (Playing playing = play()) {
      assertThat(playing.frames(1)).hasSize(1);
    }
  }

  @Test
  void interimAnswersWithoutEnd_areSilence() throws Exception {
    camera.answer("").thenFloods("RTSP/1.0 100 Continue\r\n\r\n");
    RtspSettings brief = new RtspSettings(GUARD, Duration.ofMillis(300), GUARD, GUARD, "Test");
    assertThat(outcome(brief)).isEqualTo(new RtspOutcome.Silent(say("answer to OPTIONS")));
  }

  /// Each challenge draws a request as long as the camera's URL, which soon fills what the sockets
  /// hold.
  @Test
  void challengesWithoutEndAndReadsNothing_isGivenUp() throws Exception {
    camera
        .answerAll()
        .thenFloods(
            "RTSP/1.0 401 No\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"1\"\r\n\r\n"
                + "RTSP/1.0 200 OK\r\n\r\n");
    RtspSettings forRequestsShort =
        new RtspSettings(GUARD, Duration.ofSeconds(2), GUARD, GUARD, "Test");
    try (Playing playing =
        Playing.of(
            camera.start().address(),
            "/" + "a".repeat(1_900),
            Optional.of(new Credentials("u", "p")),
            forRequestsShort)) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.Silent(say("sign that it reads")));
    }
  }

  @Test
  void passwordRefusedWithFreshNonces_isAskedTwiceOnly() throws Exception {
    String refusal =
        "RTSP/1.0 401 No\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"%d\"\r\n\r\n";
    camera.answer(refusal.formatted(1)).answer(refusal.formatted(2)).answer(refusal.formatted(3));
    try (Playing playing = play(Optional.of(new Credentials("u", "p")), PATIENT)) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.CredentialsRefused());
      assertThat(camera.asked()).doesNotContain("Authorization");
      assertThat(camera.asked()).contains("Authorization: Digest", "nonce=\"1\"");
      assertThat(camera.asked()).isEqualTo("(closed)");
    }
  }

  @Test
  void nonceThatGrewOld_isAnsweredWithTheNewOne() throws Exception {
    String refusal =
        "RTSP/1.0 401 No\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"%s\"\r\n\r\n";
    camera
        .answer(refusal.formatted("1"))
        .answer(refusal.formatted("2\", stale=\"true"))
        .answerAll()
        .send(ScriptedCamera.keyFrame(0, 1));
    try (Playing playing = play(Optional.of(new Credentials("u", "p")), PATIENT)) {
      playing.frames(1);
      assertThat(askedFor("DESCRIBE")).contains("nonce=\"2\"");
    }
  }

  @Test
  void authenticationNobodySpeaks_saysSo() throws Exception {
    camera.answer("RTSP/1.0 401 No\r\nWWW-Authenticate: Negotiate\r\n\r\n");
    try (Playing playing = play(Optional.of(new Credentials("u", "p")), PATIENT)) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.AuthenticationNotSpoken());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', /main/trackID=1, /main",
    "Content-Base: rtsp://10.0.0.1/other/, '', rtsp://10.0.0.1/other/trackID=1,"
        + " rtsp://10.0.0.1/other/",
    "Content-Base: nonsense, '', /main/trackID=1, /main",
    "'', 'a=control:rtsp://u:p@10.0.0.1/all', /main/trackID=1, rtsp://10.0.0.1/all",
    "'', 'a=control:*', /main/trackID=1, /main"
  })
  void controlUrls_areFollowedOnThisConnection(
      String header, String session, String setup, String play) throws Exception {
    String sdp = ScriptedCamera.SDP.replace("v=0\n", "v=0\n" + session + "\n");
    String described = ScriptedCamera.describe(sdp);
    camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(
            header.isEmpty()
                ? described
                : described.replace("\r\nContent-T", "\r\n" + header + "\r\nContent-T"))
        .answer(ScriptedCamera.SETUP)
        .answer(ScriptedCamera.PLAY)
        .send(ScriptedCamera.keyFrame(0, 1));
    String base = "rtsp://127.0.0.1:" + camera.address().getPort();
    try (Playing playing = play()) {
      playing.frames(1);
      assertThat(askedFor("SETUP"))
          .startsWith("SETUP " + (setup.startsWith("/") ? base : "") + setup + " ");
      assertThat(askedFor("PLAY"))
          .startsWith("PLAY " + (play.startsWith("/") ? base : "") + play + " ");
    }
  }
}
