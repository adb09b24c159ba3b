package io.mashrabiya.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// A second of a tone that FFmpeg encoded as AAC, 16 kHz, one channel; and the way of raw access
/// units into ADTS (ISO/IEC 14496-3, 1.A.2), which decoders can be given.
public final class AacTone {
  public static final SoundFormat FORMAT =
      new SoundFormat(SoundCodec.AAC, 16_000, 1, HexFormat.of().parseHex("1408"));

  private static final int HEADER_BYTES = 7;

  private AacTone() {}

  public static List<byte[]> accessUnits() {
    byte[] file = file();
    List<byte[]> units = new ArrayList<>();
    for (int at = 0; at + HEADER_BYTES < file.length; ) {
      int length =
          (file[at + 3] & 3) << 11 | (file[at + 4] & 0xff) << 3 | (file[at + 5] & 0xff) >> 5;
      units.add(Arrays.copyOfRange(file, at + HEADER_BYTES, at + length));
      at += length;
    }
    return units;
  }

  /// An access unit of this format behind the header of ADTS.
  public static byte[] adts(byte[] unit) {
    int length = HEADER_BYTES + unit.length;
    byte[] whole = new byte[length];
    whole[0] = (byte) 0xff;
    whole[1] = (byte) 0xf1;
    whole[2] = 0x60;
    whole[3] = (byte) (0x40 | length >> 11);
    whole[4] = (byte) (length >> 3);
    whole[5] = (byte) (length << 5 | 0x1f);
    whole[6] = (byte) 0xfc;
    System.arraycopy(unit, 0, whole, HEADER_BYTES, unit.length);
    return whole;
  }

  private static byte[] file() {
    try (InputStream in = AacTone.class.getResourceAsStream("aac/tone.aac")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
