package io.mashrabiya.media.worker.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.OutputStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipeTest {
  private static Pipe saying(byte[] bytes) {
    return new Pipe(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
  }

  @Test
  void read_whatWasWritten_isIt() throws Exception {
    ByteArrayOutputStream between = new ByteArrayOutputStream();
    Pipe writing = new Pipe(new ByteArrayInputStream(new byte[0]), between);
    writing.write(new byte[] {1, 2, 3});
    writing.write(new byte[Pipe.MOST_BODY_BYTES]);
    Pipe reading = saying(between.toByteArray());
    assertThat(reading.read()).containsExactly(1, 2, 3);
    assertThat(reading.read()).hasSize(Pipe.MOST_BODY_BYTES);
    assertThatExceptionOfType(EOFException.class).isThrownBy(reading::read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000001 00", // version 0
        "0200000001 00",
        "0100000000", // no body
        "01ffffffff 00",
        "0101000001 00", // one more than the longest
        "48545450 2f312e31", // another protocol
      })
  void read_whatIsNoMessage_isMalformed(String hex) {
    Pipe pipe = saying(HexFormat.of().parseHex(hex.replace(" ", "")));
    assertThatExceptionOfType(MalformedMessage.class).isThrownBy(pipe::read);
  }

  /// A length alone takes no memory: here 16 MiB are claimed 1,000 times over.
  @Test
  void read_longBodyThatNeverComes_endsAtTheEndOfTheStream() {
    for (int i = 0; i < 1_000; i++) {
      Pipe pipe = saying(HexFormat.of().parseHex("010100000007"));
      assertThatExceptionOfType(EOFException.class).isThrownBy(pipe::read);
    }
  }

  @Test
  void write_longerThanAllowedOrNothing_isRefused() {
    Pipe pipe = saying(new byte[0]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pipe.write(new byte[Pipe.MOST_BODY_BYTES + 1]));
    assertThatIllegalArgumentException().isThrownBy(() -> pipe.write(new byte[0]));
  }
}
