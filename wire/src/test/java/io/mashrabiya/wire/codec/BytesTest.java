package io.mashrabiya.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Reader and writer of bytes, base32 and base64url.
class BytesTest {
  @Test
  void reader_readsWhatWriterWrote() throws Malformed {
    byte[] bytes =
        new ByteWriter(1 + 2 + 4 + 8 + 2)
            .u8(255)
            .u16(65_535)
            .u32(0xffff_ffffL)
            .u64(Long.MAX_VALUE)
            .put(new byte[] {1, 2})
            .finish();
    var reader = new ByteReader("test", bytes);
    assertThat(reader.u8()).isEqualTo(255);
    assertThat(reader.u16()).isEqualTo(65_535);
    assertThat(reader.u32()).isEqualTo(0xffff_ffffL);
    assertThat(reader.u63()).isEqualTo(Long.MAX_VALUE);
    assertThat(reader.position()).isEqualTo(15);
    assertThat(reader.take(2)).containsExactly(1, 2);
    reader.end();
  }

  @Test
  void u63_nothing_isZero() throws Malformed {
    assertThat(new ByteReader("test", new byte[8]).u63()).isZero();
  }

  @Test
  void u63_highestBitSet_isMalformed() {
    var reader = new ByteReader("test", HexFormat.of().parseHex("8000000000000000"));
    assertThatThrownBy(reader::u63)
        .isInstanceOfSatisfying(Malformed.class, e -> assertThat(e.offset()).isZero());
  }

  @Test
  void take_beyondTheEnd_isMalformedThere() {
    var reader = new ByteReader("test", new byte[3]);
    assertThatThrownBy(() -> reader.take(4))
        .isInstanceOfSatisfying(Malformed.class, e -> assertThat(e.offset()).isEqualTo(3));
    assertThatThrownBy(() -> reader.take(-1)).isInstanceOf(Malformed.class);
  }

  @Test
  void end_somethingBehind_isMalformed() {
    assertThatThrownBy(() -> new ByteReader("test", new byte[1]).end())
        .isInstanceOf(Malformed.class);
  }

  @Test
  void writer_notFull_isAnErrorOfTheProgram() {
    assertThatThrownBy(() -> new ByteWriter(2).u8(1).finish())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void base32_ofTheRfc_withoutPadding() {
    // RFC 4648 section 10
    assertThat(Base32.encode("foobar".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .isEqualTo("mzxw6ytboi");
    assertThat(Base32.encode("fo".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .isEqualTo("mzxq");
    assertThat(Base32.encode(new byte[0])).isEmpty();
  }

  @Test
  void base32_anyBytes_comeBack() throws Malformed {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      assertThat(Base32.decode("test", Base32.encode(bytes), bytes.length))
          .as("seed %d", seed)
          .isEqualTo(bytes);
    }
  }

  @Test
  void base32_bitsLeftOver_areMalformedWhereTheyStand() {
    assertThatThrownBy(() -> Base32.decode("test", "mzxr", 2))
        .isInstanceOfSatisfying(Malformed.class, e -> assertThat(e.offset()).isEqualTo(3));
  }

  @Test
  void base64Url_oneValue_hasOneText() throws Malformed {
    assertThat(Base64Url.decode("test", "-_8")).isEqualTo(new byte[] {(byte) 0xfb, (byte) 0xff});
    for (String other : new String[] {"+/8", "-_8=", "-_9", "-_8\n", "-", "-_é"}) {
      assertThatThrownBy(() -> Base64Url.decode("test", other))
          .as(other)
          .isInstanceOf(Malformed.class);
    }
  }
}
