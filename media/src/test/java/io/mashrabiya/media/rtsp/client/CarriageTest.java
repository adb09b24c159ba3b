package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.rtsp.Carriage;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Media over UDP, asked for or fallen back to, from a camera that answers word by word.
class CarriageTest {
  private static final Duration GUARD = Duration.ofSeconds(15);
  private static final RtspSettings PATIENT = new RtspSettings(GUARD, GUARD, GUARD, GUARD, "Test");
  private static final String REFUSED = "RTSP/1.0 461 Unsupported Transport\r\n\r\n";

  private ScriptedCamera camera;
  private UdpCamera ports;

  @BeforeEach
  void begin() throws Exception {
    camera = new ScriptedCamera();
    ports = new UdpCamera();
  }

  @AfterEach
  void end() throws Exception {
    camera.close();
    ports.close();
  }

  private Playing play(Carriage carriage, RtspSettings settings) {
    var address =
        new RtspAddress(
            carriage, "127.0.0.1", camera.start().address().getPort(), "/main", Optional.empty());
    return Playing.of(address, settings);
  }

  private String askedFor(String method) throws InterruptedException {
    String request = camera.asked();
    while (!request.startsWith(method + " ")) {
      request = camera.asked();
    }
    return request;
  }

  private ScriptedCamera described() {
    return camera
        .answer(ScriptedCamera.OPTIONS)
        .answer(ScriptedCamera.describe(ScriptedCamera.SDP));
  }

  @Test
  void udp_askedFor_playsWhatComesToItsPorts() throws Exception {
    described().answer(ports.setup()).answer(ScriptedCamera.PLAY);
    try (Playing playing = play(Carriage.UDP, PATIENT)) {
      ports.sendingTo(askedFor("SETUP"));
      askedFor("PLAY");
      ports.keyFrame(1);
      ports.keyFrame(2);
      assertThat(playing.frames(2)).allMatch(Frame::key);
      playing.stop();
      assertThat(askedFor("TEARDOWN")).contains("Session: 42");
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.Stopped());
    }
  }

  @Test
  void udp_overtakenPackets_arePutBackInOrder() throws Exception {
    described().answer(ports.setup()).answer(ScriptedCamera.PLAY);
    try (Playing playing = play(Carriage.UDP, PATIENT)) {
      ports.sendingTo(askedFor("SETUP"));
      askedFor("PLAY");
      for (int number : List.of(1, 3, 2, 5, 4, 6)) {
        ports.keyFrame(number);
      }
      playing.frames(6);
      assertThat(playing.counters.snapshot())
          .doesNotContainKeys(StreamEvent.PACKET_LOST, StreamEvent.PACKET_LATE);
    }
  }

  @Test
  void udp_lostPacket_isWaitedForAndThenCounted() throws Exception {
    described().answer(ports.setup()).answer(ScriptedCamera.PLAY);
    try (Playing playing = play(Carriage.UDP, PATIENT)) {
      ports.sendingTo(askedFor("SETUP"));
      askedFor("PLAY");
      ports.keyFrame(1);
      ports.keyFrame(3);
      playing.frames(2);
      assertThat(playing.counters.of(StreamEvent.PACKET_LOST)).isOne();
    }
  }

  @Test
  void tcpRefused_whereAnyWillDo_fallsBackToUdp() throws Exception {
    described().answer(REFUSED).answer(ports.setup()).answer(ScriptedCamera.PLAY);
    try (Playing playing = play(Carriage.ANY, PATIENT)) {
      assertThat(askedFor("SETUP")).contains("RTP/AVP/TCP");
      ports.sendingTo(askedFor("SETUP"));
      askedFor("PLAY");
      ports.keyFrame(1);
      assertThat(playing.frames(1)).allMatch(Frame::key);
    }
  }

  @Test
  void tcpRefused_whereOnlyTcpWillDo_saysWhatToAllow() throws Exception {
    described().answer(REFUSED);
    try (Playing playing = play(Carriage.TCP, PATIENT)) {
      assertThat(playing.outcome().words()).asString().contains("461", "TCP");
    }
  }

  @Test
  void udp_neverComes_isSilent() throws Exception {
    described().answer(ports.setup()).answer(ScriptedCamera.PLAY);
    var impatient = new RtspSettings(GUARD, GUARD, Duration.ofMillis(400), GUARD, "Test");
    try (Playing playing = play(Carriage.UDP, impatient)) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.Silent(say("pictures")));
    }
  }

  @Test
  void udp_connectionEnds_isClosed() throws Exception {
    described().answer(ports.setup()).answer(ScriptedCamera.PLAY).thenHangUp();
    try (Playing playing = play(Carriage.UDP, PATIENT)) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.ClosedBeforePictures());
    }
  }

  @Test
  void udp_noKeyFrame_isAskedForAtItsPortOfControl() throws Exception {
    described().answer(ports.setup()).answer(ScriptedCamera.PLAY);
    HandClock clock = new HandClock();
    var address = camera.start().address();
    try (Playing playing = Playing.udp(address, PATIENT, clock)) {
      ports.sendingTo(askedFor("SETUP"));
      askedFor("PLAY");
      byte[] slice = ScriptedCamera.picture(7, 1, 0, true, (byte) 0x41, (byte) 0x9a, (byte) 1);
      ports.send(Arrays.copyOfRange(slice, 4, slice.length));
      Eventually.holds(() -> playing.counters.of(StreamEvent.FRAME_BEFORE_KEY) == 1);
      clock.moveOn(KeyFrameRequests.STALLED);
      String report = HexFormat.of().formatHex(ports.heard()); // those that are sent anyway
      assertThat(report).startsWith("80c90001").doesNotContain("81ce0002");
      String heard = HexFormat.of().formatHex(ports.heard());
      while (!heard.contains("81ce0002")) {
        heard = HexFormat.of().formatHex(ports.heard());
      }
      assertThat(heard).endsWith("00000007");
      assertThat(heard).as("one receiver, with one name").startsWith(report);
    }
  }
}
