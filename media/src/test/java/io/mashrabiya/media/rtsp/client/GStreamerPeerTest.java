package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.h264.ParameterSets;
import io.mashrabiya.media.h264.SequenceParameterSet;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.rtsp.Carriage;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.testkit.GStreamerCamera;
import io.mashrabiya.testkit.GStreamerCamera.Login;
import io.mashrabiya.testkit.GStreamerCamera.Scheme;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Our client at GStreamer's RTSP server.
@Tag("peer")
class GStreamerPeerTest {
  /// Two key frames and more.
  private static final int FRAMES = 60;

  private static final GStreamerCamera.Settings PLAIN = GStreamerCamera.Settings.plain().at(25);

  private static void assertPlays(Playing playing) throws InterruptedException {
    List<Frame> frames = playing.frames(FRAMES);
    assertThat(frames.getFirst().key()).isTrue();
    assertThat(frames.stream().filter(Frame::key).count()).isGreaterThanOrEqualTo(2);
    assertThat(frames).extracting(Frame::captureTimeMicros).isSorted().doesNotHaveDuplicates();
    for (Frame frame : frames) {
      if (frame.key()) {
        byte[] sps = ParameterSets.in(frame.payload()).firstSequence().orElseThrow();
        assertThat(SequenceParameterSet.read(sps))
            .isInstanceOfSatisfying(
                SequenceParameterSet.Reading.Understood.class,
                reading -> {
                  assertThat(reading.set().width()).isEqualTo(640);
                  assertThat(reading.set().height()).isEqualTo(360);
                });
        assertThat(frame.payload()).startsWith(0, 0, 0, 1, sps[0]);
      }
    }
    assertThat(playing.counters.snapshot())
        .doesNotContainKeys(
            StreamEvent.PACKET_LOST,
            StreamEvent.PACKET_MALFORMED,
            StreamEvent.PAYLOAD_MALFORMED,
            StreamEvent.FRAME_DAMAGED);
  }

  @Test
  void play_openCamera_getsPictures() throws Exception {
    try (GStreamerCamera camera = GStreamerCamera.open(PLAIN);
        Playing playing = play(camera, Optional.empty())) {
      assertPlays(playing);
    }
  }

  @Test
  void play_smallPackets_getsPictures() throws Exception {
    try (GStreamerCamera camera = GStreamerCamera.open(PLAIN.inPacketsOf(200));
        Playing playing = play(camera, Optional.empty())) {
      assertPlays(playing);
    }
  }

  @Test
  void play_parameterSetsInBand_getsPictures() throws Exception {
    try (GStreamerCamera camera = GStreamerCamera.open(PLAIN.withParameterSetsInBand());
        Playing playing = play(camera, Optional.empty())) {
      assertPlays(playing);
    }
  }

  @ParameterizedTest
  @EnumSource
  void play_guardedCamera_getsPicturesWithTheRightPasswordOnly(Scheme scheme) throws Exception {
    var asked = PLAIN.askingFor(new Login(scheme, "mona", "p@ss word"));
    try (GStreamerCamera camera = GStreamerCamera.open(asked)) {
      try (Playing playing = play(camera, Optional.of(new Credentials("mona", "p@ss word")))) {
        assertPlays(playing);
      }
      try (Playing playing = play(camera, Optional.of(new Credentials("mona", "wrong")))) {
        assertThat(playing.outcome()).isEqualTo(new RtspOutcome.CredentialsRefused());
      }
    }
  }

  /// A camera of another make that sends one key frame and no more: its second comes when and
  /// because it is asked for, over either way; as it was seen, at the second request.
  @ParameterizedTest
  @EnumSource(
      value = Carriage.class,
      names = {"TCP", "UDP"})
  void play_infiniteGroup_sendsAKeyFrameWhenItIsAsked(Carriage carriage) throws Exception {
    try (GStreamerCamera camera = GStreamerCamera.open(PLAIN.withAnInfiniteGroup())) {
      var address =
          new RtspAddress(
              carriage, "127.0.0.1", camera.uri().getPort(), "/camera", Optional.empty());
      try (Playing playing = Playing.of(address, RtspSettings.DEFAULT)) {
        Eventually.holds(() -> playing.counters.of(StreamEvent.KEY_FRAME) == 2);
        assertThat(playing.counters.of(StreamEvent.KEY_FRAME_REQUESTED)).isBetween(1L, 2L);
        List<Frame> keys = playing.frames(playing.untaken()).stream().filter(Frame::key).toList();
        long apart = keys.get(1).captureTimeMicros() - keys.get(0).captureTimeMicros();
        assertThat(apart)
            .isGreaterThanOrEqualTo(KeyFrameRequests.LONGEST_INTERVAL.toMillis() * 1_000 - 500_000);
      }
    }
  }

  @Test
  void play_pathThatIsNotThere_isNotFound() throws Exception {
    try (GStreamerCamera camera = GStreamerCamera.open(PLAIN);
        Playing playing = Playing.of(address(camera), "/nothing")) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.NotFound());
    }
  }

  @Test
  void play_cameraLosesPower_isClosedByCamera() throws Exception {
    try (GStreamerCamera camera = GStreamerCamera.open(PLAIN);
        Playing playing = play(camera, Optional.empty())) {
      playing.frames(5);
      camera.kill();
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.ClosedByCamera());
    }
  }

  private static Playing play(GStreamerCamera camera, Optional<Credentials> credentials) {
    return Playing.of(address(camera), camera.uri().getPath(), credentials, RtspSettings.DEFAULT);
  }

  private static InetSocketAddress address(GStreamerCamera camera) {
    return new InetSocketAddress(camera.uri().getHost(), camera.uri().getPort());
  }
}
