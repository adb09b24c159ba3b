package io.mashrabiya.proof.lie;

import io.mashrabiya.vault.seal.BaseKey;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SFrameHeader;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What a member can compute with the keys of its card: it seals as the home does (RFC 9605,
/// section 4.4), but for the home's signature.
final class MemberSeal {
  private static final short SUITE = 5;
  private static final int SIGNATURE_BYTES = 64;
  private final byte[] key;
  private final byte[] salt;
  private final Kid kid;

  MemberSeal(Kid kid, BaseKey base) throws GeneralSecurityException {
    this.kid = kid;
    byte[] secret = base.secret().toByteArray(InsecureSecretAccess.token());
    KDF hkdf = KDF.getInstance("HKDF-SHA512");
    SecretKey extracted =
        hkdf.deriveKey(
            "Generic",
            HKDFParameterSpec.ofExtract()
                .addIKM(new SecretKeySpec(secret, "Generic"))
                .extractOnly());
    key = hkdf.deriveData(expand(extracted, "SFrame 1.0 Secret key ", 32));
    salt = hkdf.deriveData(expand(extracted, "SFrame 1.0 Secret salt ", 12));
  }

  private HKDFParameterSpec expand(SecretKey extracted, String label, int sizeBytes) {
    byte[] info =
        ByteBuffer.allocate(label.length() + Long.BYTES + Short.BYTES)
            .put(label.getBytes(StandardCharsets.US_ASCII))
            .putLong(kid.value())
            .putShort(SUITE)
            .array();
    return HKDFParameterSpec.expandOnly(extracted, info, sizeBytes);
  }

  /// @param signature 64 bytes that are not the home's
  SealedFrame seal(
      HouseholdId household,
      CameraId camera,
      Kind kind,
      long number,
      long captureMicros,
      byte[] signature,
      byte[] picture)
      throws GeneralSecurityException, Malformed {
    var header = new SFrameHeader(kid.value(), number);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] nonce = salt.clone();
    for (int i = 0; i < Long.BYTES; i++) {
      nonce[nonce.length - 1 - i] ^= (byte) (number >>> (8 * i));
    }
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(header.bytes());
    cipher.updateAAD(SealedFrame.metadata(household, camera, kind, number));
    byte[] inner =
        new ByteWriter(Long.BYTES + SIGNATURE_BYTES + picture.length)
            .u64(captureMicros)
            .put(signature)
            .put(picture)
            .finish();
    byte[] sealed = cipher.doFinal(inner);
    return SealedFrame.parse(
        new ByteWriter(SealedFrame.PREFIX_BYTES + header.sizeBytes() + sealed.length)
            .u8(kind.code())
            .u32(number)
            .put(header.bytes())
            .put(sealed)
            .finish());
  }
}
