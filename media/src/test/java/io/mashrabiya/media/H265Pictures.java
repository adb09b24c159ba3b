package io.mashrabiya.media;

import static io.mashrabiya.media.SyntheticPictures.annexB;

import io.mashrabiya.media.h265.NalUnitType;
import io.mashrabiya.media.nal.AnnexB;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// H.265 for tests: true parameter sets of x265 with slices that nobody can decode, and a recording
/// of x265 that everybody can.
public final class H265Pictures {
  /// Main profile, level 2.1, 640 x 360.
  public static final byte[] VPS =
      HexFormat.of().parseHex("40010c01ffff01600000030090000003000003003f928090");

  public static final byte[] SPS =
      HexFormat.of()
          .parseHex(
              "42010101600000030090000003000003003fa0050201696592a4932bc05a020000030002000003001410");

  public static final byte[] PPS = HexFormat.of().parseHex("4401c172b46240");

  /// The first slice of an IDR picture, and another of it.
  public static final byte[] IDR = slice(NalUnitType.IDR_N_LP, true, 8);

  public static final byte[] IDR_SECOND_SLICE = slice(NalUnitType.IDR_N_LP, false, 6);

  /// A slice of a picture that depends on the one before, and another of it.
  public static final byte[] SLICE = slice(1, true, 7);

  public static final byte[] SECOND_SLICE = slice(1, false, 5);

  private static final Track TRACK = new Track(Track.PICTURE, PictureFormat.H265);
  private static final int DELIMITER = 35;

  private H265Pictures() {}

  /// A slice of that type: the first one of its picture, or not.
  public static byte[] slice(int type, boolean first, int sizeBytes) {
    byte[] slice = new byte[sizeBytes];
    for (int i = 0; i < sizeBytes; i++) {
      slice[i] = (byte) (i + 1);
    }
    slice[0] = (byte) (type << 1);
    slice[1] = 1;
    slice[2] = (byte) (first ? 0xaf : 0x2f);
    return slice;
  }

  /// A frame of the given access unit.
  public static Frame frame(int number, byte[] accessUnit) {
    boolean key = AnnexB.units(accessUnit).stream().anyMatch(unit -> NalUnitType.isKey(type(unit)));
    return new Frame(TRACK, 1_000_000_000_000L + number * 100_000L, key, accessUnit);
  }

  /// 32 pictures of 320x180 in decoding order, in two slices each, with B-frames: an IDR, and from
  /// the tenth on every tenth a CRA with one skipped leading picture behind it.
  public static List<byte[]> recorded() {
    List<byte[]> accessUnits = new ArrayList<>();
    List<byte[]> units = new ArrayList<>();
    for (ByteBuffer unit : AnnexB.units(recording())) {
      if (type(unit) == DELIMITER && !units.isEmpty()) {
        accessUnits.add(annexB(units.toArray(byte[][]::new)));
        units.clear();
      } else if (type(unit) != DELIMITER) {
        byte[] copy = new byte[unit.remaining()];
        unit.get(0, copy);
        units.add(copy);
      }
    }
    accessUnits.add(annexB(units.toArray(byte[][]::new)));
    return accessUnits;
  }

  private static int type(ByteBuffer unit) {
    return NalUnitType.of(unit.get(0));
  }

  private static byte[] recording() {
    try (InputStream in = H265Pictures.class.getResourceAsStream("h265/open-gop.h265")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
