package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.h264.AnnexB;
import io.mashrabiya.media.h264.SequenceParameterSet;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.rtsp.Credentials;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Our client at GStreamer's RTSP server.
@Tag("peer")
@Tag("gstreamer")
class GStreamerPeerTest {
  private static final int FRAMES = 60;

  private static void assertPlays(Playing playing) throws InterruptedException {
    List<Frame> frames = playing.frames(FRAMES);
    assertThat(frames.getFirst().key()).isTrue();
    assertThat(frames.stream().filter(Frame::key).count()).isGreaterThanOrEqualTo(2);
    assertThat(frames).extracting(Frame::captureTimeMicros).isSorted().doesNotHaveDuplicates();
    for (Frame frame : frames) {
      if (frame.key()) {
        byte[] sps = AnnexB.parameterSets(frame.payload()).firstSequence().orElseThrow();
        assertThat(SequenceParameterSet.read(sps))
            .isInstanceOfSatisfying(
                SequenceParameterSet.Reading.Understood.class,
                reading -> {
                  assertThat(reading.set().width()).isEqualTo(320);
                  assertThat(reading.set().height()).isEqualTo(240);
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
    try (GStreamerCamera camera = GStreamerCamera.start();
        Playing playing = Playing.of(camera.address(), GStreamerCamera.PATH)) {
      assertPlays(playing);
    }
  }

  @Test
  void play_smallPackets_getsPictures() throws Exception {
    try (GStreamerCamera camera = GStreamerCamera.start("--mtu", "200");
        Playing playing = Playing.of(camera.address(), GStreamerCamera.PATH)) {
      assertPlays(playing);
    }
  }

  @Test
  void play_parameterSetsInBand_getsPictures() throws Exception {
    try (GStreamerCamera camera = GStreamerCamera.start("--no-sprop");
        Playing playing = Playing.of(camera.address(), GStreamerCamera.PATH)) {
      assertPlays(playing);
    }
  }

  @Test
  void play_basicAndDigest_getPicturesWithTheRightPasswordOnly() throws Exception {
    Credentials right = new Credentials("mona", "p@ss word");
    for (String[] way : new String[][] {{}, {"--digest"}}) {
      List<String> options =
          new java.util.ArrayList<>(List.of("--user", "mona", "--password", "p@ss word"));
      options.addAll(List.of(way));
      try (GStreamerCamera camera = GStreamerCamera.start(options.toArray(String[]::new))) {
        try (Playing playing = play(camera, right)) {
          assertPlays(playing);
        }
        try (Playing playing = play(camera, new Credentials("mona", "wrong"))) {
          assertThat(playing.outcome()).isEqualTo(new RtspOutcome.CredentialsRefused());
        }
      }
    }
  }

  @Test
  void play_pathThatIsNotThere_isNotFound() throws Exception {
    try (GStreamerCamera camera = GStreamerCamera.start();
        Playing playing = Playing.of(camera.address(), "/nothing")) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.NotFound());
    }
  }

  @Test
  void play_cameraLosesPower_isClosedByCamera() throws Exception {
    try (GStreamerCamera camera = GStreamerCamera.start();
        Playing playing = Playing.of(camera.address(), GStreamerCamera.PATH)) {
      playing.frames(5);
      camera.kill();
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.ClosedByCamera());
    }
  }

  private static Playing play(GStreamerCamera camera, Credentials credentials) {
    return Playing.of(
        camera.address(), GStreamerCamera.PATH, Optional.of(credentials), RtspSettings.DEFAULT);
  }
}
