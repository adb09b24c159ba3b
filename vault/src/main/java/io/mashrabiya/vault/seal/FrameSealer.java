package io.mashrabiya.vault.seal;

import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Sha256;
import io.mashrabiya.wire.sealed.FrameStatement;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SFrameHeader;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;

/// Seals the frames of one KID of one camera (formats, section 4).
///
/// Guarantee: no nonce is used twice with one key, whatever is restored, copied or called at once.
/// The base key is drawn here and enters by no other way, the counter lives and ends with this
/// object, each call takes the next number under a lock, and after the last number it refuses. A
/// home that starts again makes new sealers. Not guaranteed: anything for a snapshot of the
/// *running* process that is run twice.
///
/// One thread is meant to own a sealer (the lock is for the guarantee, not for sharing).
public final class FrameSealer {
  private final HouseholdId household;
  private final CameraId camera;
  private final Kid kid;
  private final Ed25519PrivateKey home;
  private final BaseKey baseKey = BaseKey.fresh();
  private final SframeKey key;
  private final Cipher cipher = AesGcm.cipher();
  private final MessageDigest sha256 = Sha256.digest();
  private long next;
  private long newestKey = -1;

  /// A sealer with a base key of its own.
  ///
  /// @param home the home's signing key
  public FrameSealer(HouseholdId household, CameraId camera, Kid kid, Ed25519PrivateKey home) {
    this(household, camera, kid, home, 0);
  }

  /// For tests of the last number: begins later than 0.
  FrameSealer(HouseholdId household, CameraId camera, Kid kid, Ed25519PrivateKey home, long first) {
    this.household = household;
    this.camera = camera;
    this.kid = kid;
    this.home = home;
    this.key = SframeKey.derive(baseKey.secret(), kid.value());
    this.next = first;
  }

  public Kid kid() {
    return kid;
  }

  /// What the key cards hand to those who may look.
  public BaseKey baseKey() {
    return baseKey;
  }

  /// Seals one frame under the next number. A delta frame depends on the newest key frame sealed
  /// here.
  ///
  /// @param captureMicros when it was taken, by the home's clock
  /// @param picture not kept
  /// @throws IllegalArgumentException for a kind that does not travel on this track, a delta frame
  ///   before any key frame, a time that is none, or a picture above 4 MiB with its seal; no number
  ///   is used up
  /// @throws IllegalStateException after the last number: a new epoch is due
  public synchronized SealedFrame seal(Kind kind, long captureMicros, byte[] picture) {
    check(kind, captureMicros);
    long number = next;
    long dependency = kind == Kind.DELTA ? newestKey : number;
    byte[] header = new SFrameHeader(kid.value(), number).bytes();
    byte[] envelope = envelope(kind, dependency, header, picture.length);
    byte[] inner = innerPrefix(number, kind, dependency, captureMicros, picture);
    byte[] metadata = SealedFrame.metadata(household, camera, kind, dependency);
    // Taken before the cipher sees the nonce: a failure in it loses a number, never repeats one.
    next = number + 1;
    encrypt(number, header, metadata, inner, picture, envelope);
    if (kind == Kind.KEY) {
      newestKey = number;
    }
    return new SealedFrame(kind, dependency, kid, number, envelope);
  }

  private void check(Kind kind, long captureMicros) {
    if (next > SealedFrame.MAX_NUMBER) {
      throw new IllegalStateException("no number is left in " + kid + ": a new epoch is due");
    }
    if (!kid.track().carries(kind)) {
      throw new IllegalArgumentException(kind + " does not travel on " + kid.track());
    }
    if (kind == Kind.DELTA && newestKey < 0) {
      throw new IllegalArgumentException("a delta frame before the first key frame of " + kid);
    }
    if (captureMicros < 0 || captureMicros > Json.MAX_WHOLE) {
      throw new IllegalArgumentException("not a time: " + captureMicros);
    }
  }

  /// The envelope with its clear part written and room for the rest.
  private static byte[] envelope(Kind kind, long dependency, byte[] header, int pictureBytes) {
    int clearBytes = SealedFrame.PREFIX_BYTES + header.length;
    long size =
        (long) clearBytes + SealedFrame.INNER_PREFIX_BYTES + pictureBytes + SealedFrame.TAG_BYTES;
    if (size > SealedFrame.MAX_BYTES) {
      throw new IllegalArgumentException("too large a picture: " + pictureBytes + " bytes");
    }
    byte[] clear = new ByteWriter(clearBytes).u8(kind.code()).u32(dependency).put(header).finish();
    return Arrays.copyOf(clear, (int) size);
  }

  /// Capture time and signature: what stands before the picture inside the seal.
  private byte[] innerPrefix(
      long number, Kind kind, long dependency, long captureMicros, byte[] picture) {
    byte[] hash = sha256.digest(picture);
    byte[] signed =
        FrameStatement.bytes(household, camera, kid, number, kind, dependency, captureMicros, hash);
    return new ByteWriter(SealedFrame.INNER_PREFIX_BYTES)
        .u64(captureMicros)
        .put(home.sign(signed))
        .finish();
  }

  /// Encrypts straight into the end of the envelope: the picture is read once and copied never.
  private void encrypt(
      long number, byte[] header, byte[] metadata, byte[] inner, byte[] picture, byte[] envelope) {
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key.key(), key.nonce(number));
      cipher.updateAAD(header);
      cipher.updateAAD(metadata);
      int at = SealedFrame.PREFIX_BYTES + header.length;
      at += cipher.update(inner, 0, inner.length, envelope, at);
      cipher.doFinal(picture, 0, picture.length, envelope, at);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM refused to encrypt", e);
    }
  }

  @Override
  public String toString() {
    return "FrameSealer[" + camera + " " + kid + "]";
  }
}
