package io.mashrabiya.vault.hpke;

import io.mashrabiya.wire.keys.KemKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;

/// Hybrid public key encryption (RFC 9180): base mode, single shot, and one suite only,
/// DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. A sealed message is `enc` (32 bytes) ||
/// ciphertext || tag (16 bytes).
///
/// Guarantee: only the holder of the recipient's private key reads it, and an opened message was
/// sealed with exactly this `info` and `aad`. Not guaranteed: who sealed it. In base mode anybody
/// can; the signature around it says who.
///
/// The work is BouncyCastle's. Measured against own code over its X25519 and the JDK's AES-GCM,
/// nothing is to be gained: two scalar multiplications are nine tenths of the time either way
/// (docs/ref/keys.md).
public final class Hpke {
  /// What sealing adds to a message: `enc` and the tag.
  public static final int OVERHEAD_BYTES = 48;

  static final int KEY_BYTES = 32;

  private Hpke() {}

  /// Whether anything can be sealed to this key. It is false for the few of small order, which
  /// nobody draws by chance: whoever takes in a stranger's key asks first.
  public static boolean accepts(KemKey key) {
    byte[] anyScalar = new byte[KEY_BYTES];
    return X25519.calculateAgreement(anyScalar, 0, key.bytes(), 0, new byte[KEY_BYTES], 0);
  }

  /// Seals for the holder of an X25519 key that [#accepts] takes. The ephemeral key is fresh with
  /// every call.
  public static byte[] seal(KemKey recipient, byte[] info, byte[] aad, byte[] plaintext) {
    HPKE suite = suite();
    return sealed(suite.setupBaseS(recipientOf(recipient), info), aad, plaintext);
  }

  /// For vectors: seals with a given ephemeral key, which twice would be the end of secrecy.
  static byte[] insecureSealWithEphemeral(
      X25519PrivateKey ephemeral, KemKey recipient, byte[] info, byte[] aad, byte[] plaintext) {
    return sealed(
        suite().setupBaseS(recipientOf(recipient), info, pairOf(ephemeral)), aad, plaintext);
  }

  /// The plaintext; empty when it does not open, for whatever reason.
  static Optional<byte[]> open(X25519PrivateKey recipient, byte[] info, byte[] aad, byte[] sealed) {
    if (sealed.length < OVERHEAD_BYTES) {
      return Optional.empty();
    }
    byte[] enc = Arrays.copyOf(sealed, KEY_BYTES);
    try {
      return Optional.of(
          suite()
              .setupBaseR(enc, pairOf(recipient), info)
              .open(aad, sealed, KEY_BYTES, sealed.length - KEY_BYTES));
    } catch (InvalidCipherTextException | IllegalStateException | IllegalArgumentException e) {
      // A tag that does not fit, or an `enc` of small order: RFC 9180 section 7.1.4 refuses the
      // all-zero secret.
      return Optional.empty();
    }
  }

  private static byte[] sealed(HPKEContextWithEncapsulation context, byte[] aad, byte[] plaintext) {
    try {
      byte[] ciphertext = context.seal(aad, plaintext);
      byte[] sealed = Arrays.copyOf(context.getEncapsulation(), KEY_BYTES + ciphertext.length);
      System.arraycopy(ciphertext, 0, sealed, KEY_BYTES, ciphertext.length);
      return sealed;
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("AES-GCM refused to encrypt", e);
    }
  }

  /// A new one for each message: BouncyCastle's object keeps state and is not for two threads.
  private static HPKE suite() {
    return new HPKE(
        HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }

  private static X25519PublicKeyParameters recipientOf(KemKey key) {
    return new X25519PublicKeyParameters(key.bytes());
  }

  private static AsymmetricCipherKeyPair pairOf(X25519PrivateKey key) {
    X25519PrivateKeyParameters secret = key.parameters();
    return new AsymmetricCipherKeyPair(recipientOf(key.publicKey()), secret);
  }
}
