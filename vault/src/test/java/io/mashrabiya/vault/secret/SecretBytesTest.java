package io.mashrabiya.vault.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretBytesTest {
  private static final InsecureSecretAccess ACCESS = InsecureSecretAccess.token();

  @Test
  void toString_ofBytesThatReadAsText_showsNoneOfThem() {
    SecretBytes secret = SecretBytes.copyOf("hunter2".getBytes(), ACCESS);
    assertThat(secret.toString()).isEqualTo("SecretBytes[7 bytes, redacted]");
  }

  @Test
  void copyOf_arrayChangedAfterwards_keepsWhatItWas() {
    byte[] bytes = {1, 2, 3};
    SecretBytes secret = SecretBytes.copyOf(bytes, ACCESS);
    bytes[0] = 9;
    secret.toByteArray(ACCESS)[1] = 9;
    assertThat(secret.toByteArray(ACCESS)).containsExactly(1, 2, 3);
  }

  @Test
  void equals_sameBytes_areEqualWithEqualHashes() {
    SecretBytes one = SecretBytes.copyOf(new byte[] {1, 2}, ACCESS);
    SecretBytes other = SecretBytes.copyOf(new byte[] {1, 2}, ACCESS);
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void equals_otherBytesOrLength_differ() {
    SecretBytes one = SecretBytes.copyOf(new byte[] {1, 2}, ACCESS);
    assertThat(one)
        .isNotEqualTo(SecretBytes.copyOf(new byte[] {1, 3}, ACCESS))
        .isNotEqualTo(SecretBytes.copyOf(new byte[] {1, 2, 0}, ACCESS))
        .isNotEqualTo("SecretBytes[2 bytes, redacted]");
  }

  @Test
  void hashCode_ofOtherBytes_tellsOnlyTheLength() {
    assertThat(SecretBytes.copyOf(new byte[] {1, 2}, ACCESS))
        .hasSameHashCodeAs(SecretBytes.copyOf(new byte[] {3, 4}, ACCESS))
        .doesNotHaveSameHashCodeAs(SecretBytes.copyOf(new byte[] {1, 2, 3}, ACCESS));
  }

  @Test
  void random_twice_differs() {
    assertThat(SecretBytes.random(32)).isNotEqualTo(SecretBytes.random(32));
    assertThat(SecretBytes.random(32).sizeBytes()).isEqualTo(32);
  }
}
