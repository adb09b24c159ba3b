package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.rtsp.Credentials;
import io.mashrabiya.media.rtsp.auth.ServerAuthentication.Scheme;
import io.mashrabiya.media.rtsp.server.Mount;
import io.mashrabiya.media.rtsp.server.RtspServer;
import io.mashrabiya.media.rtsp.server.RtspServerSettings;
import io.mashrabiya.testkit.GStreamer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// GStreamer's client at our server.
@Tag("peer")
class GStreamerViewerPeerTest {
  private static final Credentials KNOWN = new Credentials("mona", "p@ss word");

  @Test
  void play_openServer_getsPictures() throws Exception {
    assertThat(view(RtspServerSettings.loopback(), "/door", "40")).isEqualTo("saw 40");
  }

  /// GStreamer answers Digest without `qop` only, and FFmpeg the last challenge: this pair suits
  /// both.
  @Test
  void play_digestForOldClients_getsPicturesWithTheRightPasswordOnly() throws Exception {
    RtspServerSettings guarded =
        RtspServerSettings.loopback()
            .onlyFor(KNOWN, List.of(Scheme.DIGEST_SHA_256, Scheme.DIGEST_MD5_WITHOUT_QOP));
    assertThat(view(guarded, "/door", "40", "mona", "p@ss word")).isEqualTo("saw 40");
    assertThat(view(guarded, "/door", "40", "mona", "wrong")).startsWith("error").contains("401");
  }

  @Test
  void play_basic_getsPictures() throws Exception {
    RtspServerSettings guarded =
        RtspServerSettings.loopback().onlyFor(KNOWN, List.of(Scheme.BASIC));
    assertThat(view(guarded, "/door", "40", "mona", "p@ss word")).isEqualTo("saw 40");
  }

  private static String view(RtspServerSettings settings, String path, String... arguments)
      throws IOException, InterruptedException {
    try (RtspServer server = RtspServer.start(settings, Playing.CLOCK)) {
      Mount mount = server.mount("/door");
      String url = "rtsp://127.0.0.1:" + server.address().getPort() + path;
      List<String> all = Stream.concat(Stream.of(url), Stream.of(arguments)).toList();
      Process viewer = GStreamer.start(GStreamerViewerPeerTest.class, "gstreamer_viewer.py", all);
      SyntheticPictures pictures = new SyntheticPictures(5);
      for (int i = 0; viewer.isAlive(); i++) {
        mount.accept(pictures.frame(i, 10, 5_000));
        LockSupport.parkNanos(5_000_000); // the pace of a source, not a wait
      }
      return viewer.inputReader().lines().reduce((first, last) -> last).orElse("nothing");
    }
  }
}
