package io.mashrabiya.relay.admit;

import io.mashrabiya.wire.codec.FixedBytes;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.keys.Sha256;

/// By what the relay knows an [AdmissionCode] again. Nobody comes in by it.
public final class CodeHash extends FixedBytes {
  public CodeHash(byte[] bytes) {
    super(bytes, Sha256.SIZE_BYTES);
  }

  public static CodeHash of(AdmissionCode code) {
    return new CodeHash(code.hash());
  }
}
