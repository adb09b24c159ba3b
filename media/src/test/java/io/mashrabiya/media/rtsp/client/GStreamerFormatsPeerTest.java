package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.AacTone;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.g726.FfmpegG726;
import io.mashrabiya.media.h265.SequenceParameterSet;
import io.mashrabiya.media.rtp.StreamCounters;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.testkit.GStreamerCamera;
import io.mashrabiya.testkit.GStreamerCamera.Pictures;
import io.mashrabiya.testkit.GStreamerCamera.Settings;
import io.mashrabiya.testkit.GStreamerCamera.Sound;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our client at GStreamer's RTSP server, in every format of pictures and sound; what was received
/// is decoded by FFmpeg.
@Tag("peer")
class GStreamerFormatsPeerTest {
  private static final Settings PLAIN = Settings.plain().at(25);
  private static final int FRAMES = 60;
  private static final int MOST_LOOKED_AT = 500;
  private static final int TONE_HZ = 440;

  @TempDir private Path folder;

  private interface Look {
    void at(Playing playing) throws Exception;
  }

  private static void play(Settings settings, Look look) throws Exception {
    try (GStreamerCamera camera = GStreamerCamera.open(settings);
        Playing playing =
            Playing.of(
                new InetSocketAddress(camera.uri().getHost(), camera.uri().getPort()),
                camera.uri().getPath(),
                Optional.empty(),
                RtspSettings.DEFAULT)) {
      look.at(playing);
    }
  }

  /// So many frames of one track, which is to come before very many of the other.
  private static List<Frame> frames(Playing playing, int track, int count) throws Exception {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < MOST_LOOKED_AT && frames.size() < count; i++) {
      playing.frames(1).stream().filter(f -> f.track().number() == track).forEach(frames::add);
    }
    assertThat(frames).as("of track %d", track).hasSize(count);
    return frames;
  }

  private static List<byte[]> payloads(List<Frame> frames) {
    return frames.stream().map(Frame::payload).toList();
  }

  private static void assertClean(StreamCounters counters) {
    assertThat(counters.snapshot())
        .doesNotContainKeys(
            StreamEvent.PACKET_LOST,
            StreamEvent.PACKET_MALFORMED,
            StreamEvent.PAYLOAD_MALFORMED,
            StreamEvent.PAYLOAD_UNSUPPORTED,
            StreamEvent.FRAME_DAMAGED,
            StreamEvent.MARKER_MISTRUSTED);
  }

  @ParameterizedTest(name = "packets of {0} bytes, parameter sets in band {1}")
  @CsvSource({"1400, false", "200, false", "1400, true"})
  void play_h265_decodes(int packetBytes, boolean inBand) throws Exception {
    Settings settings = PLAIN.as(Pictures.H265).inPacketsOf(packetBytes);
    play(
        inBand ? settings.withParameterSetsInBand() : settings,
        playing -> {
          List<Frame> frames = playing.frames(FRAMES);
          assertThat(frames).allMatch(f -> f.track().format() == PictureFormat.H265);
          assertThat(frames.stream().filter(Frame::key).count()).isGreaterThanOrEqualTo(2);
          assertThat(frames.stream().filter(Frame::key))
              .allSatisfy(frame ->
                  assertThat(SequenceParameterSet.ofKeyFrame(frame))
                      .hasValueSatisfying(set -> assertThat(set.height()).isEqualTo(360)));
          assertThat(Probe.frames("hevc", "width,height", payloads(frames)))
              .hasSize(FRAMES)
              .containsOnly("640,360");
          assertClean(playing.counters);
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = Pictures.class,
      names = {"JPEG_420", "JPEG_422"})
  void play_jpeg_decodes(Pictures pictures) throws Exception {
    play(
        PLAIN.as(pictures),
        playing -> {
          List<Frame> frames = playing.frames(FRAMES);
          assertThat(frames).allMatch(f -> f.key() && f.track().format() == PictureFormat.JPEG);
          String pixels = pictures == Pictures.JPEG_420 ? "yuvj420p" : "yuvj422p";
          assertThat(Probe.frames("mjpeg", "width,height,pix_fmt", payloads(frames)))
              .hasSize(FRAMES)
              .containsOnly("640,360," + pixels);
          assertClean(playing.counters);
        });
  }

  /// The two ways of AAC.
  @ParameterizedTest
  @ValueSource(strings = {"AAC", "LATM"})
  void play_aacBesidePictures_decodes(String sound) throws Exception {
    play(
        PLAIN.sounding(Sound.valueOf(sound)),
        playing -> {
          List<Frame> frames = frames(playing, Track.SOUND, 20);
          SoundFormat format = (SoundFormat) frames.getFirst().track().format();
          assertThat(format.codec()).isEqualTo(SoundCodec.AAC);
          assertThat(format.sampleRateHz()).isEqualTo(16_000);
          assertThat(format.configuration()).startsWith(0x14, 0x08);
          List<byte[]> adts = payloads(frames).stream().map(AacTone::adts).toList();
          assertThat(Probe.frames("aac", "nb_samples,channels", adts))
              .hasSize(20)
              .containsOnly("1024,1");
          assertClean(playing.sound);
          assertThat(frames(playing, Track.PICTURE, 5)).isNotEmpty();
        });
  }

  /// Both ways to pack it; decoded at home and handed on as G.711.
  @ParameterizedTest
  @ValueSource(strings = {"G726", "G726_AAL2"})
  void play_g726BesidePictures_isTheTone(String sound) throws Exception {
    Path file = Files.write(folder.resolve("tone.g726"), FfmpegG726.encode(tone(), 4));
    play(
        PLAIN.sounding(Sound.valueOf(sound), file),
        playing -> {
          List<Frame> frames = frames(playing, Track.SOUND, 20);
          assertThat(frames.getFirst().track().format())
              .isEqualTo(SoundFormat.telephone(SoundCodec.PCMU));
          assertThat(frames.subList(5, 20)) // the decoder learns from what it has decoded
              .allSatisfy(frame ->
                  assertThat(periods(frame.payload()))
                      .isCloseTo(frame.sizeBytes() * TONE_HZ / 8_000, Offset.offset(2)));
          assertClean(playing.sound);
        });
  }

  /// Of one second.
  private static short[] tone() {
    short[] samples = new short[8_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * TONE_HZ * i / samples.length));
    }
    return samples;
  }

  /// What decodes G.711 decodes anything: that it is the tone is seen in how often it swings.
  @ParameterizedTest
  @ValueSource(strings = {"PCMU", "PCMA"})
  void play_g711BesidePictures_isTheTone(String sound) throws Exception {
    play(
        PLAIN.sounding(Sound.valueOf(sound)),
        playing -> {
          List<Frame> frames = frames(playing, Track.SOUND, 20);
          assertThat(frames.getFirst().track().format())
              .isEqualTo(SoundFormat.telephone(SoundCodec.valueOf(sound)));
          assertThat(frames)
              .allSatisfy(frame ->
                  assertThat(periods(frame.payload()))
                      .isCloseTo(frame.sizeBytes() * TONE_HZ / 8_000, Offset.offset(2)));
          assertClean(playing.sound);
        });
  }

  /// How often the sign bit, which is the highest in both laws, rises.
  private static int periods(byte[] samples) {
    int periods = 0;
    for (int i = 1; i < samples.length; i++) {
      periods += samples[i - 1] >= 0 && samples[i] < 0 ? 1 : 0;
    }
    return periods;
  }

  @Test
  void play_opusBesidePictures_isFramesOfTwentyMilliseconds() throws Exception {
    play(
        PLAIN.sounding(Sound.OPUS),
        playing -> {
          List<Frame> frames = frames(playing, Track.SOUND, 20);
          assertThat(frames.getFirst().track().format())
              .isEqualTo(new SoundFormat(SoundCodec.OPUS, 48_000, 2));
          assertThat(frames)
              .as("RFC 6716, section 3.1: one frame of 20 ms, in any of the three modes")
              .allMatch(frame -> isOneOfTwentyMilliseconds(frame.payload()[0] & 0xff));
          assertClean(playing.sound);
        });
  }

  /// Sizes go in fours (SILK: 10, 20, 40, 60 ms; CELT: 2.5, 5, 10, 20), in twos between (hybrid).
  private static boolean isOneOfTwentyMilliseconds(int contents) {
    int configuration = contents >> 3;
    boolean twenty =
        configuration < 12
            ? configuration % 4 == 1
            : configuration < 16 ? configuration % 2 == 1 : configuration % 4 == 3;
    return twenty && (contents & 3) == 0;
  }
}
