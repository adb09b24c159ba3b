package io.mashrabiya.home.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.ToldException;
import java.nio.charset.StandardCharsets;

/// Anything at the door, on either side: understood or not, never another exception.
class DoorRequestFuzzTest {
  @FuzzTest
  void line(byte[] input) {
    var _ = DoorRequest.read(new String(input, StandardCharsets.ISO_8859_1));
  }

  /// What is understood can be said again.
  @FuzzTest
  void invite(byte[] input) {
    try {
      InviteWish wish = InviteQuery.read(new String(input, StandardCharsets.ISO_8859_1));
      assertThat(InviteQuery.read(InviteQuery.write(wish))).isEqualTo(wish);
    } catch (Unfit expected) {
      assertThat(expected.words()).asString().isNotEmpty();
    }
  }

  /// What a home, or something in its place, answers.
  @FuzzTest
  void answer(byte[] input) {
    try {
      var answer = DoorClient.read(input);
      assertThat(answer.body().length).isLessThan(input.length);
    } catch (ToldException expected) {
      assertThat(expected).hasMessageContaining("the home");
    }
  }

  @FuzzTest
  void cameras(byte[] input) {
    try {
      var read = CameraReports.read(input);
      assertThat(CameraReports.read(CameraReports.write(read))).isEqualTo(read);
    } catch (Malformed expected) {
      assertThat(expected.production()).isNotEmpty();
    }
  }

  @FuzzTest
  void invited(byte[] input) {
    try {
      var read = InviteReply.Made.read(input);
      assertThat(InviteReply.Made.read(read.bytes())).isEqualTo(read);
    } catch (Malformed expected) {
      assertThat(expected.production()).isNotEmpty();
    }
  }
}
