package io.mashrabiya.media.h264;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The parameter sets of a stream that are current now, by their ids, as whole NAL units without
/// start codes.
///
/// Bounded: at most [#MOST_SETS] of each kind and [#MOST_BYTES] for each set, so that a camera
/// cannot grow it. Owned by one thread.
public final class ParameterSets {
  /// How many sets of each kind are kept; cameras use one or two.
  public static final int MOST_SETS = 16;

  /// The longest set taken.
  public static final int MOST_BYTES = 4096;

  private static final byte[] START_CODE = {0, 0, 0, 1};

  private final Map<Integer, byte[]> sequence = new TreeMap<>();
  private final Map<Integer, byte[]> picture = new TreeMap<>();
  private byte[] prefix = {};

  /// What became of a set that was offered.
  public enum Offer {
    /// The same bytes were current already.
    UNCHANGED,
    /// It is new, or replaces one of the same id.
    CHANGED,
    /// Not a parameter set, or one beyond the bounds: nothing changed.
    REFUSED
  }

  /// Takes one NAL unit of type SPS or PPS; its bytes are copied.
  public Offer offer(byte[] unit) {
    if (unit.length < 2 || unit.length > MOST_BYTES) {
      return Offer.REFUSED;
    }
    return switch (NalUnitType.of(unit[0])) {
      case NalUnitType.SPS -> put(sequence, id(unit, 4, 31), unit);
      case NalUnitType.PPS -> put(picture, id(unit, 1, 255), unit);
      default -> Offer.REFUSED;
    };
  }

  /// Whether a decoder could begin: there is at least one set of each kind.
  public boolean complete() {
    return !sequence.isEmpty() && !picture.isEmpty();
  }

  /// All sets in Annex B, sequence before picture: what every key frame is to begin with. Shared:
  /// read, never write.
  public byte[] prefix() {
    return prefix;
  }

  /// The sequence parameter set with the lowest id.
  public Optional<byte[]> firstSequence() {
    return sequence.values().stream().findFirst().map(byte[]::clone);
  }

  /// The picture parameter set with the lowest id.
  public Optional<byte[]> firstPicture() {
    return picture.values().stream().findFirst().map(byte[]::clone);
  }

  private Offer put(Map<Integer, byte[]> sets, int id, byte[] unit) {
    byte[] known = sets.get(id);
    if (Arrays.equals(known, unit)) {
      return Offer.UNCHANGED;
    }
    if (id < 0 || (known == null && sets.size() == MOST_SETS)) {
      return Offer.REFUSED;
    }
    sets.put(id, unit.clone());
    prefix = concatenate();
    return Offer.CHANGED;
  }

  /// The id at the front of a set, or -1 when there is none in range.
  private static int id(byte[] unit, int byteOffset, int largest) {
    BitReader bits = new BitReader(unit, byteOffset);
    long id = bits.unsignedGolomb();
    return bits.overrun() || id > largest ? -1 : (int) id;
  }

  private byte[] concatenate() {
    int size = size(sequence) + size(picture);
    ByteBuffer all = ByteBuffer.allocate(size);
    sequence.values().forEach(set -> all.put(START_CODE).put(set));
    picture.values().forEach(set -> all.put(START_CODE).put(set));
    return all.array();
  }

  private static int size(Map<Integer, byte[]> sets) {
    return sets.values().stream().mapToInt(set -> START_CODE.length + set.length).sum();
  }
}
