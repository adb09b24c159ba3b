package io.mashrabiya.media.worker.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Both ends take the other for hostile: any bytes are a message that writes itself the same, or
/// are refused in the one way that is foreseen.
class MessagesFuzzTest {
  @FuzzTest
  void order(byte[] input) {
    try {
      assertThat(Order.parse(input).body()).isEqualTo(input);
    } catch (MalformedMessage e) {
      assertThat(e.offset()).isBetween(0, input.length);
    }
  }

  @FuzzTest
  void answer(byte[] input) {
    try {
      Answer read = Answer.parse(input);
      // Texts that are no UTF-8 are read all the same, for the log, and written otherwise.
      if (!(read instanceof Answer.Unable || read instanceof Answer.Fault)) {
        assertThat(read.body()).isEqualTo(input);
      }
    } catch (MalformedMessage e) {
      assertThat(e.offset()).isBetween(0, input.length);
    }
  }

  /// What a worker's whole output may be.
  @FuzzTest
  void pipe(byte[] input) {
    Pipe pipe = new Pipe(new ByteArrayInputStream(input), OutputStream.nullOutputStream());
    int read = 0;
    try {
      while (true) {
        read += pipe.read().length;
      }
    } catch (IOException e) {
      assertThat(read).isLessThanOrEqualTo(input.length);
    }
  }
}
