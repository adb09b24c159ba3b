package io.mashrabiya.media.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.source.CameraUrl.Reading;
import io.mashrabiya.words.Sentence;
import java.nio.charset.StandardCharsets;

/// Anything that may be typed for a camera: understood or malformed, never an exception; what is
/// understood can be said again.
class CameraUrlFuzzTest {
  @FuzzTest
  void read(byte[] input) {
    switch (CameraUrl.read(new String(input, StandardCharsets.UTF_8))) {
      case Reading.Understood understood -> {
        Reading again = CameraUrl.read(understood.address().toString());
        if (!(understood.address() instanceof CameraAddress.Clip)) { // a path may end in spaces
          assertThat(again)
              .isInstanceOfSatisfying(
                  Reading.Understood.class,
                  same -> assertThat(same.address()).isEqualTo(understood.address()));
        }
      }
      case Reading.Malformed(int offset, Sentence remedy) -> {
        assertThat(offset).isNotNegative();
        assertThat(remedy).asString().isNotEmpty();
      }
    }
  }
}
