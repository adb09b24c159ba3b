package io.mashrabiya.media.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.jpeg.BaselineJpeg.Reading;
import java.nio.ByteBuffer;

/// Hostile files: what is understood can be written again and is the same then.
class JpegFuzzTest {
  @FuzzTest
  void file(byte[] input) {
    switch (BaselineJpeg.read(input)) {
      case Reading.Understood(BaselineJpeg picture) -> {
        byte[] head = picture.head();
        byte[] again =
            ByteBuffer.allocate(head.length + picture.scan().remaining())
                .put(head)
                .put(picture.scan().duplicate())
                .array();
        BaselineJpeg same = ((Reading.Understood) BaselineJpeg.read(again)).picture();
        assertThat(same.size()).isEqualTo(picture.size());
        assertThat(same.sampling()).isEqualTo(picture.sampling());
        assertThat(same.restartInterval()).isEqualTo(picture.restartInterval());
        assertThat(same.quantization()).isEqualTo(picture.quantization());
        assertThat(same.scan()).isEqualTo(picture.scan());
      }
      case Reading.Refused(String words) -> assertThat(words).isNotEmpty();
    }
  }
}
