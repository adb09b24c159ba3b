package io.mashrabiya.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.h264.ParameterSets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class H264EncoderTest {
  private static final H264Encoder.Settings SMALL =
      new H264Encoder.Settings(64, 48, 10, 100_000, 5);

  @Test
  void encode_pictures_isOneFrameEachWithKeysOnTime() {
    Picture picture = new Picture(64, 48);
    try (H264Encoder encoder = H264Encoder.open(SMALL)) {
      for (int i = 0; i < 20; i++) {
        picture.fill(i, i, 10, 10, 0xFFFFFF);
        Frame frame = encoder.encode(picture, Track.MAIN, i);
        assertThat(frame.key()).as("frame " + i).isEqualTo(i % 5 == 0);
        assertThat(frame.captureTimeMicros()).isEqualTo(i);
        assertThat(frame.payload()).startsWith(0, 0, 0, 1);
        boolean described = ParameterSets.in(frame.payload()).firstSequence().isPresent();
        assertThat(described).isEqualTo(frame.key());
      }
    }
  }

  @Test
  void encode_noise_keepsNearTheBitRate() {
    Random random = new Random(1);
    Picture picture = new Picture(64, 48);
    long bytes = 0;
    try (H264Encoder encoder = H264Encoder.open(SMALL)) {
      for (int i = 0; i < 100; i++) {
        for (int at = 0; at < picture.rgb().length; at++) {
          picture.rgb()[at] = random.nextInt(0x1000000);
        }
        bytes += encoder.encode(picture, Track.MAIN, i).sizeBytes();
      }
    }
    assertThat(bytes * 8 / 10).isLessThan(400_000); // raw it would be 245,000 a second times 3
  }

  @Test
  void encode_pictureOfAnotherSize_isRefused() {
    try (H264Encoder encoder = H264Encoder.open(SMALL)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> encoder.encode(new Picture(64, 50), Track.MAIN, 0));
    }
  }

  @Test
  void settings_thatCannotBe_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new H264Encoder.Settings(64, 48, 0, 100_000, 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new H264Encoder.Settings(8, 48, 10, 100_000, 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new H264Encoder.Settings(64, 48, 10, 100_000, 0));
  }

  @Test
  void open_manyTimes_freesWhatItTook() {
    Picture picture = new Picture(64, 48);
    for (int i = 0; i < 200; i++) {
      try (H264Encoder encoder = H264Encoder.open(SMALL)) {
        assertThat(encoder.encode(picture, Track.MAIN, i).key()).isTrue();
      }
    }
  }
}
