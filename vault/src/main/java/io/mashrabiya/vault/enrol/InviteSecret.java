package io.mashrabiya.vault.enrol;

import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;

/// The one-time secret of a pairing link: 128 random bits. Whoever has it first is let in.
public record InviteSecret(SecretBytes secret) {
  public static final int SIZE_BYTES = 16;

  public InviteSecret {
    if (secret.sizeBytes() != SIZE_BYTES) {
      throw new IllegalArgumentException(
          "an invite secret has 16 bytes, not " + secret.sizeBytes());
    }
  }

  public static InviteSecret fresh() {
    return new InviteSecret(SecretBytes.random(SIZE_BYTES));
  }

  public static InviteSecret copyOf(byte[] bytes, InsecureSecretAccess access) {
    return new InviteSecret(SecretBytes.copyOf(bytes, access));
  }

  @Override
  public String toString() {
    return "InviteSecret[redacted]";
  }
}
