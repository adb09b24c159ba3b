package io.mashrabiya.vault.hpke;

import static io.mashrabiya.vault.Vectors.hex;
import static io.mashrabiya.vault.Vectors.kem;
import static io.mashrabiya.vault.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.mashrabiya.vault.Vectors;
import io.mashrabiya.vault.secret.SecretBytes;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.keys.KemKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HpkeTest {
  private static final byte[] INFO = "info".getBytes();
  private static final byte[] AAD = "aad".getBytes();
  private static final byte[] PLAINTEXT = "plaintext".getBytes();

  static Stream<Arguments> vectors() {
    return Vectors.cases("hpke", "cases");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void open_vector_givesItsOutcome(JsonObject vector) {
    X25519PrivateKey recipient = kem(vector, "skR");
    assertThat(recipient.publicKey()).isEqualTo(new KemKey(hex(vector, "pkR")));
    Optional<byte[]> opened =
        recipient.open(hex(vector, "info"), hex(vector, "aad"), sealed(vector));
    switch (text(vector, "outcome")) {
      case "opened" -> assertThat(opened).hasValueSatisfying(isOf(vector));
      case "not-opened" -> assertThat(opened).isEmpty();
      default -> throw new AssertionError("an outcome that no test knows");
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void seal_vectorWithItsEphemeralKey_givesItsBytes(JsonObject vector) {
    if (!vector.has("skE")) {
      return; // only what opens was sealed
    }
    byte[] sealed =
        Hpke.insecureSealWithEphemeral(
            kem(vector, "skE"),
            new KemKey(hex(vector, "pkR")),
            hex(vector, "info"),
            hex(vector, "aad"),
            hex(vector, "pt"));
    assertThat(sealed).isEqualTo(sealed(vector));
  }

  @Test
  void seal_sameMessageTwice_givesOtherBytesThatBothOpen() {
    X25519PrivateKey recipient = X25519PrivateKey.generate();
    byte[] one = Hpke.seal(recipient.publicKey(), INFO, AAD, PLAINTEXT);
    byte[] other = Hpke.seal(recipient.publicKey(), INFO, AAD, PLAINTEXT);
    assertThat(one).isNotEqualTo(other).hasSize(PLAINTEXT.length + Hpke.OVERHEAD_BYTES);
    assertThat(recipient.open(INFO, AAD, one)).contains(PLAINTEXT);
    assertThat(recipient.open(INFO, AAD, other)).contains(PLAINTEXT);
  }

  @Test
  void open_everyByteAltered_opensNever() {
    X25519PrivateKey recipient = X25519PrivateKey.generate();
    byte[] sealed = Hpke.seal(recipient.publicKey(), INFO, AAD, PLAINTEXT);
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThat(recipient.open(INFO, AAD, altered)).as("byte %s", i).isEmpty();
    }
  }

  @Test
  void open_everyLengthButItsOwn_opensNever() {
    X25519PrivateKey recipient = X25519PrivateKey.generate();
    byte[] sealed = Hpke.seal(recipient.publicKey(), INFO, AAD, PLAINTEXT);
    for (int length = 0; length <= sealed.length + 1; length++) {
      if (length != sealed.length) {
        byte[] cut = Arrays.copyOf(sealed, length);
        assertThat(recipient.open(INFO, AAD, cut)).as("%s bytes", length).isEmpty();
      }
    }
  }

  /// The points of small order of RFC 7748's curve: nobody holds a private half that helps.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"
      })
  void accepts_keyOfSmallOrder_isFalse(String key) {
    assertThat(Hpke.accepts(new KemKey(HexFormat.of().parseHex(key)))).isFalse();
  }

  @Test
  void accepts_drawnKey_isTrue() {
    assertThat(Hpke.accepts(X25519PrivateKey.generate().publicKey())).isTrue();
  }

  @Test
  void of_secretOfAnotherLength_isRefused() {
    assertThatThrownBy(() -> X25519PrivateKey.of(SecretBytes.random(31)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Consumer<byte[]> isOf(JsonObject vector) {
    return plaintext -> assertThat(plaintext).isEqualTo(hex(vector, "pt"));
  }

  private static byte[] sealed(JsonObject vector) {
    byte[] enc = hex(vector, "enc");
    byte[] ciphertext = hex(vector, "ct");
    return new ByteWriter(enc.length + ciphertext.length).put(enc).put(ciphertext).finish();
  }
}
