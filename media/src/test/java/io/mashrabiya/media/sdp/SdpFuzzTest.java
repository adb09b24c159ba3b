package io.mashrabiya.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.sdp.SessionDescription.Reading;
import io.mashrabiya.words.Sentence;
import java.nio.charset.StandardCharsets;

/// Hostile descriptions: read within the bounds or malformed, never an exception.
class SdpFuzzTest {
  @FuzzTest
  void description(byte[] input) {
    switch (SessionDescription.read(new String(input, StandardCharsets.UTF_8))) {
      case Reading.Understood(SessionDescription description) -> {
        assertThat(description.media()).hasSizeLessThanOrEqualTo(SessionDescription.MOST_MEDIA);
        for (MediaDescription medium : description.media()) {
          for (String format : medium.formats()) {
            medium.encoding(format);
            medium.parameter(format, "sprop-parameter-sets");
          }
        }
      }
      case Reading.Malformed(int line, Sentence production) -> {
        assertThat(line).isPositive();
        assertThat(production).asString().isNotEmpty();
      }
    }
  }
}
