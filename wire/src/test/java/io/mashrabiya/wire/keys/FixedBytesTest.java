package io.mashrabiya.wire.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.ids.CameraId;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Values of a fixed number of bytes: nonces, challenges, tickets.
class FixedBytesTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void random_twice_isNeverTheSame() {
    assertThat(Nonce.random(random)).isNotEqualTo(Nonce.random(random));
    assertThat(Challenge.random(random)).isNotEqualTo(Challenge.random(random));
    assertThat(Ticket.random(random)).isNotEqualTo(Ticket.random(random));
    assertThat(AdmissionCode.random(random)).isNotEqualTo(AdmissionCode.random(random));
    assertThat(CameraId.random(random)).isNotEqualTo(CameraId.random(random));
  }

  @Test
  void toString_ofWhatIsNoSecret_isItsText() {
    assertThat(new Nonce(new byte[16])).hasToString("A".repeat(22));
  }

  @Test
  void hashCode_ofManyValues_isNotOneForAll() {
    Set<Integer> codes = new HashSet<>();
    for (byte i = 0; i < 100; i++) {
      byte[] bytes = new byte[16];
      bytes[i % 16] = i;
      assertThat(new Nonce(bytes)).hasSameHashCodeAs(new Nonce(bytes.clone()));
      codes.add(new Nonce(bytes).hashCode());
    }
    assertThat(codes).hasSizeGreaterThan(50);
  }
}
