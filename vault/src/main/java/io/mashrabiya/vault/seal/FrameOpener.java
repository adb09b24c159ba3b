package io.mashrabiya.vault.seal;

import io.mashrabiya.vault.sign.PreparedVerifyingKey;
import io.mashrabiya.wire.check.Check;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Sha256;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.sealed.FrameStatement;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;

/// Opens the frames of one KID of one camera (formats, section 4).
///
/// Guarantee: what it opens was sealed by the home, which signed it, for this household, camera,
/// KID, number, kind and dependency. All but number, kind and dependency are what the *opener*
/// asked for; nothing of it is taken from who delivered the frame. Not guaranteed: that a frame is
/// new or the next; that is `device.accept`.
///
/// One thread is meant to own an opener; a lock keeps it correct when two do.
public final class FrameOpener {
  private static final int TIME_BYTES = Long.BYTES;

  private final HouseholdId household;
  private final CameraId camera;
  private final Kid kid;
  private final SframeKey key;
  private final Optional<PreparedVerifyingKey> home;
  private final Cipher cipher = AesGcm.cipher();
  private final MessageDigest sha256 = Sha256.digest();

  /// An opener for one key of a card.
  ///
  /// @param home the home's signing key, of its certificate
  public FrameOpener(
      HouseholdId household, CameraId camera, Kid kid, BaseKey baseKey, VerifyingKey home) {
    this.household = household;
    this.camera = camera;
    this.kid = kid;
    this.key = SframeKey.derive(baseKey.secret(), kid.value());
    this.home = PreparedVerifyingKey.of(home);
  }

  public synchronized FrameOpening open(SealedFrame frame) {
    if (!frame.kid().equals(kid)) {
      return new FrameOpening.NotOpened();
    }
    return decrypt(frame)
        .map(inner -> verified(frame, inner))
        .orElseGet(FrameOpening.NotOpened::new);
  }

  private Optional<byte[]> decrypt(SealedFrame frame) {
    byte[] envelope = frame.envelope();
    int ciphertextAt = frame.ciphertextOffset();
    try {
      cipher.init(Cipher.DECRYPT_MODE, key.key(), key.nonce(frame.number()));
      cipher.updateAAD(envelope, SealedFrame.PREFIX_BYTES, ciphertextAt - SealedFrame.PREFIX_BYTES);
      cipher.updateAAD(SealedFrame.metadata(household, camera, frame.kind(), frame.dependency()));
      return Optional.of(cipher.doFinal(envelope, ciphertextAt, envelope.length - ciphertextAt));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private FrameOpening verified(SealedFrame frame, byte[] inner) {
    if (inner.length < SealedFrame.INNER_PREFIX_BYTES) {
      return new FrameOpening.NotOpened();
    }
    long captureMicros = ByteBuffer.wrap(inner).getLong();
    if (captureMicros < 0 || captureMicros > Json.MAX_WHOLE) {
      return new FrameOpening.Forged(); // the home never signs such a time
    }
    byte[] signature = Arrays.copyOfRange(inner, TIME_BYTES, SealedFrame.INNER_PREFIX_BYTES);
    byte[] picture = Arrays.copyOfRange(inner, SealedFrame.INNER_PREFIX_BYTES, inner.length);
    byte[] signed =
        FrameStatement.bytes(
            household,
            camera,
            kid,
            frame.number(),
            frame.kind(),
            frame.dependency(),
            captureMicros,
            sha256.digest(picture));
    return isTheHomes(signed, signature)
        ? new FrameOpening.Opened(captureMicros, picture)
        : new FrameOpening.Forged();
  }

  /// No member, present or removed, can make a frame that is not the home's.
  @Check
  private boolean isTheHomes(byte[] signed, byte[] signature) {
    return home.filter(key -> key.verifies(signed, signature)).isPresent();
  }

  @Override
  public String toString() {
    return "FrameOpener[" + camera + " " + kid + "]";
  }
}
