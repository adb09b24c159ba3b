package io.mashrabiya.wire.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.mashrabiya.wire.Vectors;
import io.mashrabiya.wire.codec.Malformed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SoundFrameTest {
  static Stream<Arguments> good() {
    return Vectors.of("sound-frames", "good");
  }

  static Stream<Arguments> bad() {
    return Vectors.of("sound-frames", "bad");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void parse_goodFrame_isTheVectorAndComesBack(String name, JsonObject vector) throws Malformed {
    byte[] bytes = Vectors.hex(vector, "hex");
    SoundFrame frame = SoundFrame.parse(bytes);
    assertThat(frame.codec().name()).isEqualTo(Vectors.text(vector, "codec"));
    assertThat(frame.sampleRateHz()).isEqualTo(vector.get("sampleRateHz").getAsInt());
    assertThat(frame.channels()).isEqualTo(vector.get("channels").getAsInt());
    assertThat(frame.configuration()).isEqualTo(Vectors.hex(vector, "configuration"));
    assertThat(frame.data()).isEqualTo(Vectors.hex(vector, "data"));
    assertThat(frame.bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void parse_thatCannotBe_isMalformed(String why, JsonObject vector) {
    assertThatThrownBy(() -> SoundFrame.parse(Vectors.hex(vector, "hex")))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void parse_moreThanIsTaken_isMalformed() throws Malformed {
    byte[] most =
        new SoundFrame(
                SoundFrame.Codec.PCMA, 8000, 1, new byte[0], new byte[SoundFrame.MAX_DATA_BYTES])
            .bytes();
    assertThat(SoundFrame.parse(most).data()).hasSize(SoundFrame.MAX_DATA_BYTES);
    byte[] more = java.util.Arrays.copyOf(most, most.length + 1);
    assertThatThrownBy(() -> SoundFrame.parse(more)).isInstanceOf(Malformed.class);
  }

  @Test
  void soundFrame_ofTheLowestRate_isOne() {
    var frame = new SoundFrame(SoundFrame.Codec.PCMA, 1, 1, new byte[0], new byte[3]);
    assertThat(frame).hasToString("SoundFrame[PCMA 1 Hz, 1 channels, 3 bytes]");
  }

  @Test
  void soundFrame_thatNoSoundIsLike_isRefused() {
    assertThatThrownBy(() -> new SoundFrame(SoundFrame.Codec.PCMA, 0, 1, new byte[0], new byte[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
