package io.mashrabiya.vault.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class EnrolMessageTest {
  private static final byte[] AAD = {7};

  private final SecretKey key = new SecretKeySpec(new byte[32], "AES");

  @Test
  void open_messageAsLargeAsMayBe_isWhatWasSealedAndNoneThatIsLarger() {
    byte[] message = EnrolMessage.seal(key, AAD, new byte[] {1, 2, 3});
    assertThat(EnrolMessage.open(key, AAD, message, message.length)).hasValue(new byte[] {1, 2, 3});
    assertThat(EnrolMessage.open(key, AAD, message, message.length - 1)).isEmpty();
  }

  @Test
  void open_messageOfNothing_isNothingAndOneThatIsCutDoesNotOpen() {
    byte[] message = EnrolMessage.seal(key, AAD, new byte[0]);
    assertThat(EnrolMessage.open(key, AAD, message, 100)).hasValue(new byte[0]);
    for (int length = 0; length < message.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(message, length);
      assertThat(EnrolMessage.open(key, AAD, cut, 100)).isEmpty();
    }
  }
}
