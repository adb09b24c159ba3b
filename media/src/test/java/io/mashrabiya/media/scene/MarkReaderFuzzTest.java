package io.mashrabiya.media.scene;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.Picture;
import java.util.Optional;

/// Hostile pictures: a mark that is read is one that holds, and nothing throws.
class MarkReaderFuzzTest {
  /// The first byte says how flat the picture is, the second its width less one; the others are
  /// grey pixels, repeated to fill the rows.
  @FuzzTest
  void picture(byte[] input) {
    if (input.length < 3) {
      return;
    }
    int width = 1 + (input[1] & 0xFF);
    Picture picture = new Picture(width, 1 + (width * 9 / 16 >> (input[0] & 3)));
    for (int y = 0; y < Math.min(picture.height(), 2 + width / 5); y++) {
      for (int x = width / 2; x < width; x++) {
        int at = 2 + (y * width + x) % (input.length - 2);
        picture.rgb()[y * width + x] = (input[at] & 0xFF) * 0x010101;
      }
    }
    MarkReader.read(picture).ifPresent(mark -> assertThat(redrawn(mark, width)).contains(mark));
  }

  private static Optional<Mark> redrawn(Mark mark, int width) {
    Picture picture = new Picture(width, 1 + width * 9 / 16);
    mark.draw(picture, MarkSize.LARGE); // readable wherever one of the two is
    return MarkReader.read(picture);
  }
}
