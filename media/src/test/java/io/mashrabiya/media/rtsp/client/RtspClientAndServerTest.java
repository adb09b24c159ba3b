package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.H265Pictures;
import io.mashrabiya.media.JpegPictures;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.ServerAuthentication.Scheme;
import io.mashrabiya.media.jpeg.BaselineJpeg;
import io.mashrabiya.media.jpeg.JpegSize;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.rtsp.server.Mount;
import io.mashrabiya.media.rtsp.server.RtspServer;
import io.mashrabiya.media.rtsp.server.RtspServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Our client at our server: the whole way of a frame, byte for byte.
class RtspClientAndServerTest {
  private static final long SEED = 7;
  private static final Credentials RIGHT = new Credentials("möna \"x\"", "p@ss:wörd\\");
  private static final Credentials WRONG = new Credentials("möna \"x\"", "guess");

  private static RtspServer server(RtspServerSettings settings) throws IOException {
    return RtspServer.start(settings, Playing.CLOCK);
  }

  private static RtspServerSettings guarded(Scheme... schemes) {
    return RtspServerSettings.loopback().onlyFor(RIGHT, List.of(schemes));
  }

  private static Playing play(RtspServer server, Optional<Credentials> credentials) {
    return Playing.of(server.address(), "/door", credentials, RtspSettings.DEFAULT);
  }

  @Test
  void play_framesOfAllSizes_arriveAsTheyWere() throws Exception {
    try (RtspServer server = server(RtspServerSettings.loopback())) {
      Mount mount = server.mount("/door");
      SyntheticPictures pictures = new SyntheticPictures(SEED);
      mount.accept(pictures.frame(0, 10, 60_000));
      try (Playing playing = play(server, Optional.empty())) {
        List<Frame> first = playing.frames(1);
        for (int i = 1; i < 100; i++) {
          mount.accept(pictures.frame(i, 10, 60_000));
        }
        List<Frame> rest = playing.frames(99);

        SyntheticPictures again = new SyntheticPictures(SEED);
        assertThat(first.getFirst().payload()).isEqualTo(again.frame(0, 10, 60_000).payload());
        for (int i = 1; i < 100; i++) {
          Frame sent = again.frame(i, 10, 60_000);
          assertThat(rest.get(i - 1).payload()).as("frame " + i).isEqualTo(sent.payload());
          assertThat(rest.get(i - 1).key()).isEqualTo(sent.key());
        }
        assertThat(playing.counters.of(StreamEvent.FRAME)).isEqualTo(100);
        assertThat(playing.counters.of(StreamEvent.KEY_FRAME)).isEqualTo(10);
        assertThat(playing.counters.of(StreamEvent.PACKET_LOST)).isZero();
      }
    }
  }

  @Test
  void play_h265_arrivesAsItWas() throws Exception {
    try (RtspServer server = server(RtspServerSettings.loopback())) {
      Mount mount = server.mount("/door", new Track(Track.PICTURE, PictureFormat.H265));
      List<byte[]> recorded = H265Pictures.recorded();
      mount.accept(H265Pictures.frame(0, recorded.getFirst()));
      try (Playing playing = play(server, Optional.empty())) {
        List<Frame> frames = new ArrayList<>(playing.frames(1));
        for (int i = 1; i < recorded.size(); i++) {
          mount.accept(H265Pictures.frame(i, recorded.get(i)));
        }
        frames.addAll(playing.frames(recorded.size() - 1));
        assertThat(frames).extracting(Frame::payload).containsExactlyElementsOf(recorded);
        assertThat(frames.getFirst().track().format()).isEqualTo(PictureFormat.H265);
      }
    }
  }

  /// The group that waits for it begins at a CRA: what leads that one cannot be decoded.
  @Test
  void play_h265ByClientThatComesLate_hasNoSkippedLeadingPictures() throws Exception {
    try (RtspServer server = server(RtspServerSettings.loopback())) {
      Mount mount = server.mount("/door", new Track(Track.PICTURE, PictureFormat.H265));
      List<byte[]> recorded = H265Pictures.recorded();
      for (int i = 0; i < 18; i++) {
        mount.accept(H265Pictures.frame(i, recorded.get(i)));
      }
      try (Playing playing = play(server, Optional.empty())) {
        Frame first = playing.frames(1).getFirst();
        assertThat(first.payload()).isEqualTo(recorded.get(9));
        assertThat(playing.frames(7))
            .extracting(Frame::payload)
            .containsExactlyElementsOf(recorded.subList(11, 18));
        assertThat(playing.counters.of(StreamEvent.FRAME_LEADING_SKIPPED)).isOne();
      }
    }
  }

  @Test
  void play_jpeg_arrives() throws Exception {
    try (RtspServer server = server(RtspServerSettings.loopback())) {
      Mount mount = server.mount("/door", new Track(Track.PICTURE, PictureFormat.JPEG));
      mount.accept(JpegPictures.frame(0, "422.jpg"));
      try (Playing playing = play(server, Optional.empty())) {
        Frame frame = playing.frames(1).getFirst();
        assertThat(frame.track().format()).isEqualTo(PictureFormat.JPEG);
        assertThat(frame.key()).isTrue();
        assertThat(BaselineJpeg.read(frame.payload()))
            .isInstanceOfSatisfying(
                BaselineJpeg.Reading.Understood.class,
                reading -> assertThat(reading.picture().size()).isEqualTo(new JpegSize(320, 176)));
      }
    }
  }

  @Test
  void play_formatThatIsNotWanted_saysWhichIs() throws Exception {
    try (RtspServer server = server(RtspServerSettings.loopback())) {
      server.mount("/door", new Track(Track.PICTURE, PictureFormat.H265));
      var settings = RtspSettings.DEFAULT.playing(Set.of(PictureFormat.H264));
      try (Playing playing = Playing.of(server.address(), "/door", Optional.empty(), settings)) {
        assertThat(playing.outcome().words())
            .asString()
            .isEqualTo("The camera sends H265. Set its video encoding to H.264.");
      }
    }
  }

  @Test
  void play_clientThatComesLate_getsTheNewestGroupFromItsKeyFrame() throws Exception {
    try (RtspServer server = server(RtspServerSettings.loopback())) {
      Mount mount = server.mount("/door");
      SyntheticPictures pictures = new SyntheticPictures(SEED);
      for (int i = 0; i < 25; i++) {
        mount.accept(pictures.frame(i, 10, 3_000));
      }
      try (Playing playing = play(server, Optional.empty())) {
        List<Frame> group = playing.frames(5);
        assertThat(group.getFirst().key()).isTrue();
        assertThat(group.subList(1, 5)).noneMatch(Frame::key);
        assertThat(playing.untaken()).isZero();
      }
    }
  }

  @Test
  void play_captureTimes_riseAndAreOfThisClock() throws Exception {
    try (RtspServer server = server(RtspServerSettings.loopback())) {
      Mount mount = server.mount("/door");
      SyntheticPictures pictures = new SyntheticPictures(SEED);
      long before = Playing.CLOCK.nowMicros();
      for (int i = 0; i < 20; i++) {
        mount.accept(pictures.frame(i, 20, 3_000));
      }
      try (Playing playing = play(server, Optional.empty())) {
        List<Frame> frames = playing.frames(20);
        long after = Playing.CLOCK.nowMicros() + 20; // twenty in one microsecond rise by one each
        assertThat(frames).extracting(Frame::captureTimeMicros).isSorted().doesNotHaveDuplicates();
        assertThat(frames.getFirst().captureTimeMicros()).isBetween(before, after);
        assertThat(frames.getLast().captureTimeMicros()).isBetween(before, after);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void play_rightCredentials_getsPictures(Scheme scheme) throws Exception {
    try (RtspServer server = server(guarded(scheme))) {
      server.mount("/door").accept(new SyntheticPictures(SEED).frame(0, 1, 3_000));
      try (Playing playing = play(server, Optional.of(RIGHT))) {
        assertThat(playing.frames(1)).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void play_wrongPassword_isRefusedWithoutTellingIt(Scheme scheme) throws Exception {
    try (RtspServer server = server(guarded(scheme))) {
      server.mount("/door").accept(new SyntheticPictures(SEED).frame(0, 1, 3_000));
      try (Playing playing = play(server, Optional.of(WRONG))) {
        RtspOutcome outcome = playing.outcome();
        assertThat(outcome).isEqualTo(new RtspOutcome.CredentialsRefused());
        assertThat(outcome.worthRetrying()).isFalse();
        assertThat(outcome.words() + "" + outcome).doesNotContain("guess", "möna");
      }
    }
  }

  @Test
  void play_allSchemesOffered_getsPictures() throws Exception {
    try (RtspServer server = server(guarded(Scheme.values()))) {
      server.mount("/door").accept(new SyntheticPictures(SEED).frame(0, 1, 3_000));
      try (Playing playing = play(server, Optional.of(RIGHT))) {
        assertThat(playing.frames(1)).hasSize(1);
      }
    }
  }

  @Test
  void play_noCredentials_saysThatTheyAreNeeded() throws Exception {
    try (RtspServer server = server(guarded(Scheme.DIGEST_MD5));
        Playing playing = play(server, Optional.empty())) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.CredentialsNeeded());
    }
  }

  @Test
  void play_pathThatIsNotThere_isNotFound() throws Exception {
    try (RtspServer server = server(RtspServerSettings.loopback());
        Playing playing = play(server, Optional.empty())) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.NotFound());
    }
  }

  @Test
  void play_nobodyListens_isUnreachable() throws Exception {
    InetSocketAddress free;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = new InetSocketAddress(taken.getInetAddress(), taken.getLocalPort());
    }
    try (Playing playing = Playing.of(free, "/door")) {
      RtspOutcome outcome = playing.outcome();
      assertThat(outcome).isInstanceOf(RtspOutcome.Unreachable.class);
      assertThat(outcome.worthRetrying()).isTrue();
    }
  }

  @Test
  void play_cameraWithoutPictures_isSilent() throws Exception {
    Duration silence = Duration.ofMillis(300);
    RtspSettings settings =
        new RtspSettings(
            Duration.ofSeconds(5), Duration.ofSeconds(5), silence, Duration.ofSeconds(5), "test");
    try (RtspServer server = server(RtspServerSettings.loopback())) {
      server.mount("/door");
      try (Playing playing = Playing.of(server.address(), "/door", Optional.empty(), settings)) {
        assertThat(playing.outcome()).isEqualTo(new RtspOutcome.Silent(say("pictures")));
      }
    }
  }

  /// Nothing but the keep-alive says that the client is there: the server sends no pictures.
  @Test
  void play_sessionTimeoutOfTheServer_isKeptAlive() throws Exception {
    Duration timeout = Duration.ofSeconds(2); // clients take no less to be meant
    try (RtspServer server = server(RtspServerSettings.loopback().sessionTimeout(timeout))) {
      Mount mount = server.mount("/door");
      SyntheticPictures pictures = new SyntheticPictures(SEED);
      mount.accept(pictures.frame(0, 1, 3_000));
      try (Playing playing = play(server, Optional.empty())) {
        assertThat(playing.frames(1)).hasSize(1);
        assertThat(playing.endsWithin(timeout.plusSeconds(1))).isFalse();
        mount.accept(pictures.frame(1, 1, 3_000));
        assertThat(playing.frames(1)).hasSize(1);
        assertThat(server.clientCount()).isOne();
      }
    }
  }

  @Test
  void close_whilePlaying_stopsAndTheServerForgetsTheClient() throws Exception {
    try (RtspServer server = server(RtspServerSettings.loopback())) {
      Mount mount = server.mount("/door");
      mount.accept(new SyntheticPictures(SEED).frame(0, 1, 3_000));
      Playing playing = play(server, Optional.empty());
      playing.frames(1);
      assertThat(mount.playerCount()).isOne();
      playing.close();
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.Stopped());
      Eventually.holds(() -> mount.playerCount() == 0 && server.clientCount() == 0);
    }
  }

  @Test
  void closeOfTheServer_whilePlaying_isClosedByCamera() throws Exception {
    RtspServer server = server(RtspServerSettings.loopback());
    server.mount("/door").accept(new SyntheticPictures(SEED).frame(0, 1, 3_000));
    try (Playing playing = play(server, Optional.empty())) {
      playing.frames(1);
      server.close();
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.ClosedByCamera());
    }
  }

  @Test
  void close_beforePlaying_stops() throws Exception {
    try (RtspServer server = server(RtspServerSettings.loopback())) {
      Playing playing = play(server, Optional.empty());
      playing.close();
      assertThat(playing.outcome()).isIn(new RtspOutcome.Stopped(), new RtspOutcome.NotFound());
    }
  }
}
