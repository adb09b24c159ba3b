package io.mashrabiya.bench.seal;

import io.mashrabiya.wire.keys.Sha256;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// The three primitives that sealing consists of, called as bare as they can be: into arrays that
/// are there already, with keys and points decoded beforehand. It protects nothing.
final class BareCiphers {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Cipher cipher = aesGcm();
  private final SecretKey key;
  private final MessageDigest sha256 = Sha256.digest();
  private final byte[] hash = new byte[Sha256.SIZE_BYTES];
  private final byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
  private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
  private final byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
  private final Ed25519.PublicPoint point;
  private long counter;

  BareCiphers(SecureRandom random) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    key = new SecretKeySpec(secret, "AES");
    random.nextBytes(seed);
    Ed25519.generatePublicKey(seed, 0, publicKey, 0);
    point = Objects.requireNonNull(Ed25519.validatePublicKeyFullExport(publicKey, 0));
  }

  private static Cipher aesGcm() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has AES-GCM", e);
    }
  }

  /// Encrypts under the next counter; tells how many bytes it wrote.
  int encrypt(byte[] plain, byte[] target) throws GeneralSecurityException {
    cipher.init(Cipher.ENCRYPT_MODE, key, nonce(counter++));
    return cipher.doFinal(plain, 0, plain.length, target, 0);
  }

  /// Decrypts what [#encrypt] made under this counter.
  int decrypt(long sealedUnder, byte[] sealed, byte[] target) throws GeneralSecurityException {
    cipher.init(Cipher.DECRYPT_MODE, key, nonce(sealedUnder));
    return cipher.doFinal(sealed, 0, sealed.length, target, 0);
  }

  int digest(byte[] bytes) throws GeneralSecurityException {
    sha256.update(bytes, 0, bytes.length);
    sha256.digest(hash, 0, hash.length);
    return hash[0];
  }

  int sign(byte[] statement) {
    Ed25519.sign(seed, 0, publicKey, 0, statement, 0, statement.length, signature, 0);
    return signature[0];
  }

  /// Verifies the signature made last.
  int verify(byte[] statement) {
    if (!Ed25519.verify(signature, 0, point, statement, 0, statement.length)) {
      throw new IllegalStateException("the bare signature does not verify");
    }
    return 1;
  }

  private static GCMParameterSpec nonce(long counter) {
    return new GCMParameterSpec(
        TAG_BITS, ByteBuffer.allocate(NONCE_BYTES).putInt(0).putLong(counter).array());
  }
}
