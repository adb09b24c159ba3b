package io.mashrabiya.proof.differ;

import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Sha256;
import io.mashrabiya.wire.sealed.FrameStatement;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SFrameHeader;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.SplittableRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Makes sealed frames (formats, section 4), as a member could who holds the content key, or the
/// home: by the standards alone, so that what the vault would never write is made, too.
final class FrameMutator implements Mutator {
  static final CameraId CAMERA = new CameraId(0, 0);
  static final Kid KID = new Kid(1_795_000_001L, Track.MAIN);
  static final byte[] BASE_KEY = new byte[32];

  private static final long[] NUMBERS = {0, 1, 5, 7, 8, 255, 256, (1L << 32) - 1};
  private static final long[] TIMES = {0, 1, 1_795_000_002_345_678L, (1L << 53) - 1, 1L << 53, -1};
  private static final byte[] SUITE = {0, 5};
  private static final int PREFIX_BYTES = 8 + 64;

  private final HouseholdId household;
  private final Mutator bytes = new ByteMutator();

  FrameMutator(HouseholdId household) {
    this.household = household;
  }

  @Override
  public byte[] mutate(byte[] input, SplittableRandom random) {
    return random.nextInt(4) == 0 ? bytes.mutate(input, random) : frame(random);
  }

  byte[] frame(SplittableRandom random) {
    Kind kind = random.nextBoolean() ? Kind.KEY : Kind.DELTA;
    long number = NUMBERS[random.nextInt(NUMBERS.length)];
    long dependency = kind == Kind.KEY ? number : number / 2;
    byte[] picture = new byte[random.nextInt(40)];
    random.nextBytes(picture);
    byte[] inside = inside(kind, dependency, number, picture, random);
    if (random.nextInt(8) == 0) {
      inside = bytes.mutate(inside, random);
    }
    byte[] header = new SFrameHeader(KID.value(), number).bytes();
    byte[] sealed = sealed(header, kind, dependency, number, inside);
    return new ByteWriter(SealedFrame.PREFIX_BYTES + header.length + sealed.length)
        .u8(kind.code())
        .u32(dependency)
        .put(header)
        .put(sealed)
        .finish();
  }

  /// Mostly signed by the home, for this very frame.
  private byte[] inside(
      Kind kind, long dependency, long number, byte[] picture, SplittableRandom random) {
    long captureMicros = TIMES[random.nextInt(TIMES.length)];
    long signedNumber = random.nextInt(8) == 0 ? number + 1 : number;
    byte[] statement =
        FrameStatement.bytes(
            household,
            CAMERA,
            KID,
            signedNumber,
            kind,
            dependency,
            captureMicros,
            Sha256.of(new byte[][] {picture}));
    return new ByteWriter(PREFIX_BYTES + picture.length)
        .u64(captureMicros)
        .put(Signatures.OF_THE_VECTORS.sign("", statement, random))
        .put(picture)
        .finish();
  }

  private byte[] sealed(byte[] header, Kind kind, long dependency, long number, byte[] inside) {
    try {
      byte[] nonce = derived("SFrame 1.0 Secret salt ", 12);
      for (int i = 0; i < Long.BYTES; i++) {
        nonce[nonce.length - 1 - i] ^= (byte) (number >>> (8 * i));
      }
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      var key = new SecretKeySpec(derived("SFrame 1.0 Secret key ", 32), "AES");
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
      cipher.updateAAD(header);
      cipher.updateAAD(SealedFrame.metadata(household, CAMERA, kind, dependency));
      return cipher.doFinal(inside);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// RFC 9605, section 4.4.2.
  private static byte[] derived(String label, int bytes) throws GeneralSecurityException {
    byte[] words = label.getBytes(StandardCharsets.US_ASCII);
    byte[] info =
        new ByteWriter(words.length + Long.BYTES + SUITE.length)
            .put(words)
            .u64(KID.value())
            .put(SUITE)
            .finish();
    return KDF.getInstance("HKDF-SHA512")
        .deriveData(HKDFParameterSpec.ofExtract().addIKM(BASE_KEY).thenExpand(info, bytes));
  }
}
