package io.mashrabiya.vault.seal;

import static io.mashrabiya.vault.Vectors.hex;
import static io.mashrabiya.vault.Vectors.secret;
import static io.mashrabiya.vault.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.mashrabiya.vault.Vectors;
import io.mashrabiya.vault.secret.SecretBytes;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SframeKeyTest {
  static Stream<Arguments> vectors() {
    return Vectors.cases("sframe", "cases");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void derive_vector_givesItsKeySaltAndNonce(JsonObject vector) {
    SframeKey key = keyOf(vector);
    assertThat(key.key().getEncoded()).isEqualTo(hex(vector, "key"));
    assertThat(key.salt()).isEqualTo(hex(vector, "salt"));
    assertThat(key.nonce(number(vector, "ctr")).getIV()).isEqualTo(hex(vector, "nonce"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void nonceAndKey_vector_sealItsPlaintextToItsCiphertext(JsonObject vector) throws Exception {
    SframeKey key = keyOf(vector);
    Cipher cipher = AesGcm.cipher();
    cipher.init(Cipher.ENCRYPT_MODE, key.key(), key.nonce(number(vector, "ctr")));
    cipher.updateAAD(hex(vector, "aad"));
    byte[] frame = hex(vector, "ct");
    int headerBytes = hex(vector, "aad").length - hex(vector, "metadata").length;
    assertThat(cipher.doFinal(hex(vector, "pt")))
        .isEqualTo(Arrays.copyOfRange(frame, headerBytes, frame.length));
  }

  @Test
  void derive_sameBaseKeyForAnotherKid_givesAnotherKeyAndSalt() {
    SecretBytes base = SecretBytes.random(32);
    SframeKey one = SframeKey.derive(base, 16);
    SframeKey other = SframeKey.derive(base, 17);
    assertThat(one.key()).isNotEqualTo(other.key());
    assertThat(one.salt()).isNotEqualTo(other.salt());
  }

  @Test
  void toString_ofAKey_isRedacted() {
    assertThat(SframeKey.derive(SecretBytes.random(32), 16)).hasToString("SframeKey[redacted]");
  }

  private static SframeKey keyOf(JsonObject vector) {
    return SframeKey.derive(secret(vector, "baseKey"), number(vector, "kid"));
  }

  private static long number(JsonObject vector, String member) {
    return Long.parseUnsignedLong(text(vector, member), 16);
  }
}
