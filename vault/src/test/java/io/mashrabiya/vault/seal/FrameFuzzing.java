package io.mashrabiya.vault.seal;

import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SFrameHeader;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/// Feeds the opener: from outside, and as a member who holds the key would.
public final class FrameFuzzing {
  private static final HouseholdId HOUSEHOLD =
      HouseholdId.of(Ed25519PrivateKey.generate().publicKey());
  private static final CameraId CAMERA = new CameraId(1, 2);
  private static final Kid KID = new Kid(1, Track.MAIN);
  private static final BaseKey KEY =
      BaseKey.copyOf(new byte[BaseKey.SIZE_BYTES], InsecureSecretAccess.token());
  private static final SframeKey SFRAME = SframeKey.derive(KEY.secret(), KID.value());
  private static final FrameOpener OPENER =
      new FrameOpener(HOUSEHOLD, CAMERA, KID, KEY, Ed25519PrivateKey.generate().publicKey());

  private FrameFuzzing() {}

  public static void envelope(byte[] input) {
    try {
      neverOpened(SealedFrame.parse(input));
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }

  /// The input stands inside a seal that opens.
  public static void inside(byte[] input) {
    byte[] header = new SFrameHeader(KID.value(), 5).bytes();
    byte[] clear =
        new ByteWriter(SealedFrame.PREFIX_BYTES + header.length)
            .u8(Kind.KEY.code())
            .u32(5)
            .put(header)
            .finish();
    byte[] ciphertext = sealed(header, input);
    byte[] envelope = Arrays.copyOf(clear, clear.length + ciphertext.length);
    System.arraycopy(ciphertext, 0, envelope, clear.length, ciphertext.length);
    envelope(envelope);
  }

  private static byte[] sealed(byte[] header, byte[] plaintext) {
    try {
      Cipher cipher = AesGcm.cipher();
      cipher.init(Cipher.ENCRYPT_MODE, SFRAME.key(), SFRAME.nonce(5));
      cipher.updateAAD(header);
      cipher.updateAAD(SealedFrame.metadata(HOUSEHOLD, CAMERA, Kind.KEY, 5));
      return cipher.doFinal(plaintext);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void neverOpened(SealedFrame frame) {
    if (OPENER.open(frame) instanceof FrameOpening.Opened) {
      throw new AssertionError("nobody holds the home's key, and yet it signed");
    }
  }
}
