package io.mashrabiya.wire.keys;

import io.mashrabiya.wire.codec.Base32;
import io.mashrabiya.wire.codec.FixedBytes;
import io.mashrabiya.wire.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// What a relay's operator gives to a household that may use the relay: good once, for one home,
/// for a while. It says nothing of who may look: whoever holds it can bring a home of its own, and
/// no more.
public final class AdmissionCode extends FixedBytes {
  public static final int SIZE_BYTES = 16;

  private static final byte[] LABEL =
      "mashrabiya/v1/relay-admission\0".getBytes(StandardCharsets.US_ASCII);

  public AdmissionCode(byte[] bytes) {
    super(bytes, SIZE_BYTES);
  }

  public static AdmissionCode random(SecureRandom random) {
    byte[] bytes = new byte[SIZE_BYTES];
    random.nextBytes(bytes);
    return new AdmissionCode(bytes);
  }

  /// Of its [#words].
  public static AdmissionCode parse(String text) throws Malformed {
    return new AdmissionCode(Base32.decode("admission-code", text, SIZE_BYTES));
  }

  /// As people hand it on: 26 letters and digits.
  public String words() {
    return Base32.encode(bytes());
  }

  /// What a relay keeps of it: enough to know it again, not to use it.
  public byte[] hash() {
    return Sha256.of(LABEL, bytes());
  }

  @Override
  public String toString() {
    return "AdmissionCode[redacted]";
  }
}
