package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.AacTone;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.H265Pictures;
import io.mashrabiya.media.JpegPictures;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.ServerAuthentication.Scheme;
import io.mashrabiya.media.ffmpeg.H264Encoder;
import io.mashrabiya.media.rtsp.server.Mount;
import io.mashrabiya.media.rtsp.server.RtspServer;
import io.mashrabiya.media.rtsp.server.RtspServerSettings;
import io.mashrabiya.testkit.GStreamer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// GStreamer's client at our server, in every format: it decodes what it gets.
@Tag("peer")
class GStreamerViewerPeerTest {
  private static final Credentials KNOWN = new Credentials("mona", "p@ss word");
  private static final long EPOCH_MICROS = 1_700_000_000_000_000L;
  private static final byte[] OPUS_SILENCE = {(byte) 0xf8, (byte) 0xff, (byte) 0xfe}; // 20 ms

  @ParameterizedTest
  @ValueSource(strings = {"h264", "h265", "jpeg", "aac", "pcmu", "pcma", "opus"})
  void play_openServer_decodes(String what) throws Exception {
    assertThat(view(RtspServerSettings.loopback(), what, "40")).isEqualTo("saw 40");
  }

  /// GStreamer answers Digest without `qop` only, and FFmpeg the last challenge: this pair suits
  /// both.
  @Test
  void play_digestForOldClients_getsPicturesWithTheRightPasswordOnly() throws Exception {
    RtspServerSettings guarded =
        RtspServerSettings.loopback()
            .onlyFor(KNOWN, List.of(Scheme.DIGEST_SHA_256, Scheme.DIGEST_MD5_WITHOUT_QOP));
    assertThat(view(guarded, "h264", "40", "mona", "p@ss word")).isEqualTo("saw 40");
    assertThat(view(guarded, "h264", "40", "mona", "wrong")).startsWith("error").contains("401");
  }

  @Test
  void play_basic_getsPictures() throws Exception {
    RtspServerSettings guarded =
        RtspServerSettings.loopback().onlyFor(KNOWN, List.of(Scheme.BASIC));
    assertThat(view(guarded, "h264", "40", "mona", "p@ss word")).isEqualTo("saw 40");
  }

  private static String view(RtspServerSettings settings, String what, String... arguments)
      throws IOException, InterruptedException {
    List<IntFunction<Frame>> sources =
        switch (what) {
          case "h264" -> List.of(h264());
          case "h265" -> List.of(h265());
          case "jpeg" -> List.of(number -> JpegPictures.frame(number, "420.jpg"));
          default -> List.of(h264(), sound(what));
        };
    try (RtspServer server = RtspServer.start(settings, Playing.CLOCK)) {
      Mount mount =
          server.mount(
              "/door",
              sources.stream().map(source -> source.apply(0).track()).toArray(Track[]::new));
      sources.forEach(source -> mount.accept(source.apply(1)));
      String url = "rtsp://127.0.0.1:" + server.address().getPort() + "/door";
      List<String> all = Stream.concat(Stream.of(url, what), Arrays.stream(arguments)).toList();
      Process viewer = GStreamer.start(GStreamerViewerPeerTest.class, "gstreamer_viewer.py", all);
      for (int i = 2; viewer.isAlive(); i++) {
        int number = i;
        sources.forEach(source -> mount.accept(source.apply(number)));
        LockSupport.parkNanos(5_000_000); // the pace of a source, not a wait
      }
      return viewer.inputReader().lines().reduce((first, last) -> last).orElse("nothing");
    }
  }

  private static IntFunction<Frame> h264() {
    List<byte[]> group;
    try (H264Encoder encoder =
        H264Encoder.open(new H264Encoder.Settings(320, 180, 10, 200_000, 10))) {
      Picture picture = new Picture(320, 180);
      group =
          IntStream.range(0, 10)
              .mapToObj(i -> encoder.encode(picture, Track.MAIN, i).payload())
              .toList();
    }
    return number ->
        new Frame(Track.MAIN, micros(number, 40_000), number % 10 == 0, group.get(number % 10));
  }

  private static IntFunction<Frame> h265() {
    List<byte[]> recorded = H265Pictures.recorded();
    return number -> H265Pictures.frame(number, recorded.get(number % recorded.size()));
  }

  private static IntFunction<Frame> sound(String what) {
    SoundCodec codec = SoundCodec.valueOf(what.toUpperCase(Locale.ROOT));
    return switch (codec) {
      case AAC -> {
        List<byte[]> tone = AacTone.accessUnits();
        yield number -> sound(AacTone.FORMAT, number, 64_000, tone.get(number % tone.size()));
      }
      case OPUS -> number -> sound(new SoundFormat(codec, 48_000, 2), number, 20_000, OPUS_SILENCE);
      case PCMU, PCMA ->
          number -> sound(SoundFormat.telephone(codec), number, 20_000, new byte[160]);
    };
  }

  private static Frame sound(SoundFormat format, int number, int stepMicros, byte[] payload) {
    return new Frame(Track.sound(format), micros(number, stepMicros), true, payload);
  }

  private static long micros(int number, long step) {
    return EPOCH_MICROS + number * step;
  }
}
