package io.mashrabiya.wire.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.mashrabiya.wire.TestKeys;
import io.mashrabiya.wire.Vectors;
import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SealedFrameTest {
  static Stream<Arguments> goodHeaders() {
    return Vectors.of("sframe-headers", "good");
  }

  static Stream<Arguments> badHeaders() {
    return Vectors.of("sframe-headers", "bad");
  }

  static Stream<Arguments> goodEnvelopes() {
    return Vectors.of("envelopes", "good");
  }

  static Stream<Arguments> badEnvelopes() {
    return Vectors.of("envelopes", "bad");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodHeaders")
  void header_shortestForm_comesBack(String name, JsonObject vector) throws Malformed {
    byte[] bytes = Vectors.hex(vector, "hex");
    var reader = new ByteReader("test", bytes);
    var header = SFrameHeader.read(reader);
    reader.end();
    assertThat(Long.toUnsignedString(header.kid())).isEqualTo(Vectors.text(vector, "kid"));
    assertThat(Long.toUnsignedString(header.counter())).isEqualTo(Vectors.text(vector, "counter"));
    assertThat(header.bytes()).isEqualTo(bytes);
    assertThat(header.sizeBytes()).isEqualTo(bytes.length);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badHeaders")
  void header_cutOrLonger_isMalformed(String why, JsonObject vector) {
    assertThatThrownBy(() -> SFrameHeader.read(new ByteReader("test", Vectors.hex(vector, "hex"))))
        .isInstanceOf(Malformed.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodEnvelopes")
  void parse_goodEnvelope_isTheVector(String name, JsonObject vector) throws Malformed {
    byte[] envelope = Vectors.hex(vector, "hex");
    var frame = SealedFrame.parse(envelope);
    assertThat(frame.kind().code()).isEqualTo(vector.get("kind").getAsInt());
    assertThat(frame.dependency()).isEqualTo(vector.get("dependency").getAsLong());
    assertThat(frame.number()).isEqualTo(vector.get("number").getAsLong());
    assertThat(frame.kid().epoch()).isEqualTo(vector.get("epoch").getAsLong());
    assertThat(frame.kid().track().code()).isEqualTo(vector.get("track").getAsInt());
    assertThat(Arrays.copyOfRange(envelope, SealedFrame.PREFIX_BYTES, frame.ciphertextOffset()))
        .isEqualTo(frame.header().bytes());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badEnvelopes")
  void parse_thatCannotBe_isMalformed(String why, JsonObject vector) {
    assertThatThrownBy(() -> SealedFrame.parse(Vectors.hex(vector, "hex")))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void parse_tooLarge_isMalformed() throws Malformed {
    byte[] good =
        Vectors.hex(
            Vectors.file("envelopes").getAsJsonArray("good").get(0).getAsJsonObject(), "hex");
    byte[] most = Arrays.copyOf(good, SealedFrame.MAX_BYTES);
    assertThat(SealedFrame.parse(most).number()).isZero();
    byte[] more = Arrays.copyOf(good, SealedFrame.MAX_BYTES + 1);
    assertThatThrownBy(() -> SealedFrame.parse(more)).isInstanceOf(Malformed.class);
  }

  @Test
  void header_longerThanTheShortestForm_isMalformedWhereTheNumberBegins() {
    var reader = new ByteReader("test", new byte[] {(byte) 0x90, 0, 9}); // 9 in two bytes
    assertThatThrownBy(() -> SFrameHeader.read(reader))
        .isInstanceOfSatisfying(Malformed.class, e -> assertThat(e.offset()).isEqualTo(1));
  }

  @Test
  void toString_saysWhichAndHowLargeAndNothingOfWhatIsSealed() {
    var frame = new SealedFrame(Kind.KEY, 5, new Kid(3, Track.MAIN), 5, new byte[100]);
    assertThat(frame).hasToString("SealedFrame[KEY 3/MAIN #5, 100 bytes]");
  }

  @Test
  void metadata_differsWithEachOfItsParts() {
    var household = HouseholdId.of(TestKeys.of("root").verifying());
    var other = HouseholdId.of(TestKeys.of("other").verifying());
    var camera = new CameraId(1, 2);
    byte[] metadata = SealedFrame.metadata(household, camera, Kind.KEY, 5);
    assertThat(new String(metadata, StandardCharsets.ISO_8859_1))
        .startsWith("mashrabiya/v1/sealed-frame\0");
    assertThat(HexFormat.of().formatHex(metadata))
        .endsWith(HexFormat.of().formatHex(camera.bytes()) + "0100000005");
    assertThat(metadata)
        .isNotEqualTo(SealedFrame.metadata(other, camera, Kind.KEY, 5))
        .isNotEqualTo(SealedFrame.metadata(household, new CameraId(1, 3), Kind.KEY, 5))
        .isNotEqualTo(SealedFrame.metadata(household, camera, Kind.DELTA, 5))
        .isNotEqualTo(SealedFrame.metadata(household, camera, Kind.KEY, 6));
  }

  @Test
  void kid_edges_areExactInJavaScript() throws Malformed {
    var last = new Kid(Kid.MAX_EPOCH, Track.STILL);
    assertThat(last.value()).isLessThan(1L << 53);
    assertThat(Kid.of(last.value())).isEqualTo(last);
    assertThat(new Kid(1, Track.MAIN).value()).isEqualTo(16);
    assertThatThrownBy(() -> new Kid(Kid.MAX_EPOCH + 1, Track.MAIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Kid(0, Track.MAIN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Kid.of(-1)).isInstanceOf(Malformed.class);
  }
}
