package io.mashrabiya.vault.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;
import io.mashrabiya.wire.keys.VerifyingKey;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ed25519PrivateKeyTest {
  private static final InsecureSecretAccess ACCESS = InsecureSecretAccess.token();
  private static final byte[] MESSAGE = "a message".getBytes();

  /// RFC 8032, section 7.1, tests 1 to 3.
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void sign_vectorsOfTheStandard_giveItsKeysAndSignatures(
      String seed, String publicKey, String message, String signature) {
    HexFormat hex = HexFormat.of();
    Ed25519PrivateKey key =
        Ed25519PrivateKey.ofSeed(SecretBytes.copyOf(hex.parseHex(seed), ACCESS));
    assertThat(hex.formatHex(key.publicKey().bytes())).isEqualTo(publicKey);
    assertThat(hex.formatHex(key.sign(hex.parseHex(message)))).isEqualTo(signature);
  }

  @Test
  void sign_sameSeedInTheJdksOwnProvider_givesTheSameSignature() throws Exception {
    Ed25519PrivateKey key = Ed25519PrivateKey.generate();
    Signature jdk = Signature.getInstance("Ed25519");
    jdk.initSign(
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(
                new EdECPrivateKeySpec(
                    NamedParameterSpec.ED25519, key.seed().toByteArray(ACCESS))));
    jdk.update(MESSAGE);
    assertThat(key.sign(MESSAGE)).isEqualTo(jdk.sign());
  }

  @Test
  void ofSeed_ofAnotherLength_isRefusedWithoutTheSeed() {
    assertThatThrownBy(
            () -> Ed25519PrivateKey.ofSeed(SecretBytes.copyOf("secret".getBytes(), ACCESS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void equals_sameSeed_isTheSameKey() {
    Ed25519PrivateKey key = Ed25519PrivateKey.generate();
    assertThat(Ed25519PrivateKey.ofSeed(key.seed())).isEqualTo(key).hasSameHashCodeAs(key);
    assertThat(key).hasSameHashCodeAs(key.publicKey());
    assertThat(Ed25519PrivateKey.generate()).isNotEqualTo(key);
  }

  @Test
  void prepared_everyBitOfASignatureAltered_verifiesOnlyTheUnaltered() {
    Ed25519PrivateKey key = Ed25519PrivateKey.generate();
    PreparedVerifyingKey prepared = PreparedVerifyingKey.of(key.publicKey()).orElseThrow();
    byte[] signature = key.sign(MESSAGE);
    assertThat(prepared.verifies(MESSAGE, signature)).isTrue();
    for (int bit = 0; bit < signature.length * 8; bit++) {
      byte[] altered = signature.clone();
      altered[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(prepared.verifies(MESSAGE, altered)).as("bit %s", bit).isFalse();
    }
  }

  @Test
  void prepared_signatureOfAnotherLength_verifiesNothing() {
    Ed25519PrivateKey key = Ed25519PrivateKey.generate();
    PreparedVerifyingKey prepared = PreparedVerifyingKey.of(key.publicKey()).orElseThrow();
    byte[] signature = key.sign(MESSAGE);
    assertThat(prepared.verifies(MESSAGE, Arrays.copyOf(signature, 63))).isFalse();
    assertThat(prepared.verifies(MESSAGE, Arrays.copyOf(signature, 65))).isFalse();
    assertThat(prepared.verifies(MESSAGE, new byte[0])).isFalse();
  }

  /// A key of small order would verify signatures that nobody made.
  @ParameterizedTest
  @CsvSource({
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
  })
  void prepared_keyOfSmallOrderOrNoPoint_isNone(String key) {
    assertThat(PreparedVerifyingKey.of(new VerifyingKey(HexFormat.of().parseHex(key)))).isEmpty();
  }
}
