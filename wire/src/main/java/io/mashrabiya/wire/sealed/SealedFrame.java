package io.mashrabiya.wire.sealed;

import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;

/// One encoded picture or sound, sealed: the only form in which media leaves home (formats, section
/// 4).
///
/// Whose picture it is does not stand in it. Guarantee: it opens only under the household and
/// camera that it was sealed for, because both are in the metadata under the tag. Not guaranteed by
/// parsing: anything; kind, dependency and KID are only claims until the frame was opened.
///
/// @param kind what it claims to be
/// @param dependency number of the key frame that it needs, its own number where it needs none
/// @param kid whose key opens it
/// @param number SFrame's CTR, 0 to 2^32 - 1, once within a KID
/// @param envelope all of its bytes, as they travel; not copied, to be left unchanged
public record SealedFrame(Kind kind, long dependency, Kid kid, long number, byte[] envelope) {
  public static final int MAX_BYTES = 4 << 20;
  public static final long MAX_NUMBER = (1L << 32) - 1;

  /// Kind and dependency, before the SFrame bytes.
  public static final int PREFIX_BYTES = 5;

  /// SFrame's tag for AES_256_GCM_SHA512_128.
  public static final int TAG_BYTES = 16;

  /// Capture time and signature, inside the seal before the picture.
  public static final int INNER_PREFIX_BYTES = 8 + 64;

  private static final String PRODUCTION = "sealed-frame";
  private static final byte[] METADATA_LABEL = ByteWriter.label("mashrabiya/v1/sealed-frame");

  public static SealedFrame parse(byte[] envelope) throws Malformed {
    if (envelope.length > MAX_BYTES) {
      throw new Malformed(PRODUCTION, MAX_BYTES);
    }
    var reader = new ByteReader(PRODUCTION, envelope);
    Kind kind = Kind.of(reader.u8());
    long dependency = reader.u32();
    SFrameHeader header = SFrameHeader.read(reader);
    Kid kid = Kid.of(header.kid());
    long number = header.counter();
    boolean consistent =
        number >= 0
            && number <= MAX_NUMBER
            && kid.track().carries(kind)
            && (kind == Kind.DELTA ? dependency < number : dependency == number)
            && reader.remaining() >= INNER_PREFIX_BYTES + TAG_BYTES;
    if (!consistent) {
      throw new Malformed(PRODUCTION, reader.position());
    }
    return new SealedFrame(kind, dependency, kid, number, envelope);
  }

  public SFrameHeader header() {
    return new SFrameHeader(kid.value(), number);
  }

  /// Where the ciphertext begins in the envelope.
  public int ciphertextOffset() {
    return PREFIX_BYTES + header().sizeBytes();
  }

  /// What stands under the tag beside SFrame's header.
  public static byte[] metadata(
      HouseholdId household, CameraId camera, Kind kind, long dependency) {
    int size = METADATA_LABEL.length + HouseholdId.SIZE_BYTES + CameraId.SIZE_BYTES + PREFIX_BYTES;
    return new ByteWriter(size)
        .put(METADATA_LABEL)
        .put(household.bytes())
        .put(camera.bytes())
        .u8(kind.code())
        .u32(dependency)
        .finish();
  }

  @Override
  public String toString() {
    return "SealedFrame[" + kind + " " + kid + " #" + number + ", " + envelope.length + " bytes]";
  }
}
