package io.mashrabiya.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.h264.ParameterSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClipReaderTest {
  private static List<ClipPicture> read(Path file) throws IOException {
    List<ClipPicture> pictures = new ArrayList<>();
    try (ClipReader reader = ClipReader.open(file)) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        pictures.add(next.get());
      }
    }
    return pictures;
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip.mp4", "clip.ts"})
  void next_clipWithSound_givesAllPicturesInAnnexB(String name) throws IOException {
    List<ClipPicture> pictures = read(Clips.file(name));
    assertThat(pictures).hasSize(20);
    for (int i = 0; i < 20; i++) {
      ClipPicture picture = pictures.get(i);
      assertThat(picture.at()).isEqualTo(Duration.ofMillis(100L * i));
      assertThat(picture.key()).isEqualTo(i % 10 == 0);
      assertThat(picture.accessUnit()).startsWith(0, 0, 0, 1);
    }
  }

  @Test
  void next_keyFramesOfMp4_carryParameterSetsAndDecode() throws IOException {
    for (ClipPicture picture : read(Clips.file("clip.mp4"))) {
      var sets = ParameterSets.in(picture.accessUnit());
      assertThat(sets.firstSequence().isPresent()).isEqualTo(picture.key());
      assertThat(
              StillMaker.make(StillRequest.ofH264(picture.accessUnit(), Still.Format.JPEG, 160))
                  .isPresent())
          .isEqualTo(picture.key());
    }
  }

  @Test
  void next_bareH264_isPacedByItsRate(@TempDir Path folder) throws IOException {
    Path bare = folder.resolve("bare.h264");
    try (var out = Files.newOutputStream(bare)) {
      for (ClipPicture picture : read(Clips.file("clip.mp4"))) {
        out.write(picture.accessUnit());
      }
    }
    List<ClipPicture> pictures = read(bare);
    assertThat(pictures).hasSize(20);
    assertThat(pictures.get(1).at()).isPositive();
    assertThat(pictures.get(19).at()).isEqualTo(pictures.get(1).at().multipliedBy(19));
  }

  @Test
  void played_wholeClip_includesTheLastPicturesInterval() throws IOException {
    try (ClipReader reader = ClipReader.open(Clips.file("clip.mp4"))) {
      assertThat(reader.played()).isZero();
      while (reader.next().isPresent()) {
        assertThat(reader.played()).isPositive();
      }
      assertThat(reader.played()).isEqualTo(Duration.ofSeconds(2));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "hevc.mp4,is hevc; only H.264 is played",
    "sound.m4a,has no pictures in it",
  })
  void open_notH264_saysWhatItIs(String name, String words) {
    assertThatThrownBy(() -> ClipReader.open(Clips.file(name)))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(name, words);
  }

  @Test
  void open_notAVideo_saysSo(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("letter.mp4"), "not a video at all\n".repeat(99));
    assertThatThrownBy(() -> ClipReader.open(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a video");
  }

  @Test
  void open_missingFile_saysSo(@TempDir Path folder) {
    assertThatThrownBy(() -> ClipReader.open(folder.resolve("none.mp4")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not there");
  }

  @Test
  void open_playlistThatNamesTheNetwork_isNotFollowed(@TempDir Path folder) throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("list.m3u8"),
            "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/x.ts\n");
    assertThatThrownBy(() -> ClipReader.open(list)).isInstanceOf(IOException.class);
  }
}
