package io.mashrabiya.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.H265Pictures;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.TranscodeSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscoderTest {
  private static final long SEED = 11;
  private static final int THIRD_GROUP = 19; // in H265Pictures.recorded()
  private static final long START = 1_000_000_000_000L;

  private static List<Frame> stream(int width, int height, int frames) {
    var settings = new H264Encoder.Settings(width, height, 10, 500_000, 5);
    List<Frame> stream = new ArrayList<>();
    try (H264Encoder encoder = H264Encoder.open(settings)) {
      for (int i = 0; i < frames; i++) {
        Picture picture = new Picture(width, height);
        picture.fill(i * 8, 8, 60, 60, 0x20C020);
        stream.add(encoder.encode(picture, Track.MAIN, 100_000L * i));
      }
    }
    return stream;
  }

  private static Transcoder open(int width, int height) {
    return Transcoder.open(
        new TranscodeSettings(PictureFormat.H264, width, height, 10, 300_000, 5));
  }

  private static Optional<Transcoder.Output> put(Transcoder transcoder, Frame frame) {
    return transcoder.transcode(frame.payload(), frame.key(), true, frame.captureTimeMicros());
  }

  private static String size(Transcoder.Output output) {
    var asked = StillRequest.ofH264(output.accessUnit(), Still.Format.JPEG, 4_096);
    Still still = StillMaker.make(asked).orElseThrow();
    return still.width() + "x" + still.height();
  }

  @ParameterizedTest
  @CsvSource({
    "640, 360, 320, 180, 320x180",
    "640, 480, 320, 180, 240x180",
    "360, 640, 320, 180, 102x180",
    "160, 96, 320, 180, 160x96", // never larger than it was
    "1280, 64, 64, 64, 64x16",
  })
  void transcode_anyShape_keepsTheRatioWithinTheLimits(
      int width, int height, int mostWidth, int mostHeight, String size) {
    try (Transcoder transcoder = open(mostWidth, mostHeight)) {
      assertThat(size(put(transcoder, stream(width, height, 1).getFirst()).orElseThrow()))
          .isEqualTo(size);
    }
  }

  @Test
  void transcode_shapeChangesInMidStream_goesOnWithAKeyFrameOfTheNew() {
    try (Transcoder transcoder = open(320, 180)) {
      for (Frame frame : stream(320, 180, 3)) {
        put(transcoder, frame);
      }
      Transcoder.Output changed = put(transcoder, stream(160, 160, 1).getFirst()).orElseThrow();
      assertThat(changed.key()).isTrue();
      assertThat(size(changed)).isEqualTo("160x160");
    }
  }

  @Test
  void transcode_beforeAKeyFrame_isNothing() {
    try (Transcoder transcoder = open(320, 180)) {
      List<Frame> stream = stream(320, 180, 6);
      assertThat(put(transcoder, stream.get(1))).isEmpty();
      assertThat(put(transcoder, stream.get(5))).isPresent();
    }
  }

  @Test
  void transcode_brokenPicture_isLeftOutWithAllThatDependsOnIt() {
    List<Frame> stream = stream(320, 180, 11);
    Frame whole = stream.get(5);
    byte[] half = Arrays.copyOf(whole.payload(), whole.sizeBytes() / 2);
    try (Transcoder transcoder = open(320, 180)) {
      for (Frame frame : stream.subList(0, 5)) {
        assertThat(put(transcoder, frame)).isPresent();
      }
      assertThat(transcoder.transcode(half, true, true, 500_000)).isEmpty();
      for (Frame frame : stream.subList(6, 10)) {
        assertThat(put(transcoder, frame)).isEmpty();
      }
      assertThat(put(transcoder, stream.get(10))).isPresent();
    }
  }

  /// The pictures that come out of these of [H265Pictures#recorded()], by the number in decoding
  /// order of the access unit that each was decoded from.
  private static List<Long> transcoded(IntStream numbers) {
    return transcoded(numbers, 0);
  }

  /// @param shown the first that is to come out
  private static List<Long> transcoded(IntStream numbers, int shown) {
    List<byte[]> recorded = H265Pictures.recorded();
    List<Long> out = new ArrayList<>();
    try (Transcoder transcoder =
        Transcoder.open(new TranscodeSettings(PictureFormat.H265, 320, 180, 100, 300_000, 5))) {
      numbers.forEach(number -> {
        Frame frame = H265Pictures.frame(number, recorded.get(number));
        transcoder
            .transcode(frame.payload(), frame.key(), number >= shown, frame.captureTimeMicros())
            .ifPresent(output -> out.add((output.captureTimeMicros() - START) / 100_000));
      });
    }
    return out;
  }

  @Test
  void transcode_otherOrderThanThatOfShowing_losesNothing() {
    assertThat(transcoded(IntStream.range(0, 32))).hasSize(30); // two are not due yet
  }

  @Test
  void transcode_notToBeShown_isDecodedForWhatIs() {
    List<Long> whole = transcoded(IntStream.range(0, 32));
    assertThat(transcoded(IntStream.range(0, 32), 15))
        .endsWith(whole.subList(16, 30).toArray(Long[]::new))
        .hasSizeLessThan(18);
    assertThat(transcoded(IntStream.range(0, 32), 31)).containsExactly(30L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 10, 12})
  void transcode_picturesMissing_goesOnWithTheNextGroup(int had) {
    List<Long> whole = transcoded(IntStream.range(0, 32));
    List<Long> rest =
        transcoded(IntStream.concat(IntStream.range(0, had), IntStream.range(THIRD_GROUP, 32)));
    assertThat(rest).endsWith(whole.subList(21, 30).toArray(Long[]::new));
  }

  /// What of its group was due by then is not shown late.
  @Test
  void transcode_brokenPictureOfAReorderedStream_goesOnWithTheNextGroup() {
    List<byte[]> recorded = H265Pictures.recorded();
    List<Long> out = new ArrayList<>();
    try (Transcoder transcoder =
        Transcoder.open(new TranscodeSettings(PictureFormat.H265, 320, 180, 100, 300_000, 5))) {
      for (int i = 0; i < 32; i++) {
        byte[] broken = {0, 0, 0, 1};
        Frame frame = H265Pictures.frame(i, recorded.get(i));
        transcoder
            .transcode(
                i == 6 ? broken : frame.payload(), frame.key(), true, frame.captureTimeMicros())
            .ifPresent(output -> out.add((output.captureTimeMicros() - START) / 100_000));
      }
    }
    assertThat(out).startsWith(0L, 3L, 3L).doesNotContain(6L, 7L, 8L).endsWith(27L, 28L, 28L, 30L);
  }

  @Test
  void transcode_timesThatGoBack_riseAllTheSame() {
    List<Frame> stream = stream(320, 180, 3);
    try (Transcoder transcoder = open(320, 180)) {
      long[] times = new long[3];
      for (int i = 0; i < 3; i++) {
        Frame frame = stream.get(i);
        times[i] =
            transcoder
                .transcode(frame.payload(), frame.key(), true, 9_000_000 - 300_000 * i)
                .orElseThrow()
                .captureTimeMicros();
      }
      assertThat(times).containsExactly(9_000_000, 9_000_001, 9_000_002);
    }
  }

  @Test
  void transcode_bitsTurned_neverThrows() {
    Random random = new Random(SEED);
    try (Transcoder transcoder = open(64, 64)) {
      for (Frame frame : stream(320, 180, 100)) {
        byte[] broken = frame.payload().clone();
        broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
        assertThat(transcoder.transcode(broken, frame.key(), true, frame.captureTimeMicros()))
            .as("seed " + SEED)
            .isNotNull();
      }
    }
  }
}
