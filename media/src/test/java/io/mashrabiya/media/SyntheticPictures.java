package io.mashrabiya.media;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Random;

/// Frames with true parameter sets and slices that nobody can decode, for everything that only
/// carries pictures.
public final class SyntheticPictures {
  /// A sequence parameter set of x264: High profile, level 3.0, 640 x 360, two frames of
  /// reordering.
  public static final byte[] SPS =
      HexFormat.of().parseHex("6764001eacd940a02ff97011000003000100000300320f162d96");

  /// The picture parameter set beside it.
  public static final byte[] PPS = HexFormat.of().parseHex("68ebe3cb22c0");

  private static final byte[] START_CODE = {0, 0, 0, 1};

  private final Random random;

  public SyntheticPictures(long seed) {
    this.random = new Random(seed);
  }

  /// A key frame: parameter sets and one slice of the given size.
  public static byte[] key(int sliceBytes) {
    return annexB(SPS, PPS, slice(0x65, sliceBytes, new Random(sliceBytes)));
  }

  /// A frame that depends on the one before.
  public static byte[] delta(int sliceBytes) {
    return annexB(slice(0x41, sliceBytes, new Random(sliceBytes)));
  }

  /// A group of pictures of 25 frames a second, with slices of random sizes up to the given one.
  public Frame frame(int number, int groupFrames, int mostSliceBytes) {
    boolean key = number % groupFrames == 0;
    byte[] slice = slice(key ? 0x65 : 0x41, 2 + random.nextInt(mostSliceBytes), random);
    byte[] payload = key ? annexB(SPS, PPS, slice) : annexB(slice);
    return new Frame(Track.MAIN, 1_000_000_000_000L + number * 40_000L, key, payload);
  }

  /// A slice with the given header byte that begins at the picture's first macroblock and holds no
  /// start code.
  public static byte[] slice(int header, int sizeBytes, Random random) {
    byte[] slice = new byte[sizeBytes];
    for (int i = 0; i < sizeBytes; i++) {
      slice[i] = (byte) (1 + random.nextInt(255));
    }
    slice[0] = (byte) header;
    slice[1] = (byte) 0x88;
    return slice;
  }

  /// Units behind start codes.
  public static byte[] annexB(byte[]... units) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] unit : units) {
      all.writeBytes(START_CODE);
      all.writeBytes(unit);
    }
    return all.toByteArray();
  }
}
