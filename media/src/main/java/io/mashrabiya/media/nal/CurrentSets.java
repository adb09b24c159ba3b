package io.mashrabiya.media.nal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The parameter sets of a stream that are current now, by their ids, as whole NAL units without
/// start codes. Which kinds there are, each codec says.
///
/// Bounded: at most [#MOST_SETS] of each kind and [#MOST_BYTES] for each set, so that a camera
/// cannot grow it. Owned by one thread.
public abstract class CurrentSets {
  /// How many sets of each kind are kept; cameras use one or two.
  public static final int MOST_SETS = 16;

  /// The longest set taken.
  public static final int MOST_BYTES = 4096;

  private static final byte[] START_CODE = {0, 0, 0, 1};
  private static final int NONE = -1;

  private final List<Map<Integer, byte[]>> kinds = new ArrayList<>();
  private byte[] prefix = {};
  private boolean prefixIsOld;

  /// What became of a set that was offered.
  public enum Offer {
    /// The same bytes were current already.
    UNCHANGED,
    /// It is new, or replaces one of the same id.
    CHANGED,
    /// Not a parameter set, or one beyond the bounds: nothing changed.
    REFUSED
  }

  /// @param kindCount how many kinds of sets the codec has
  protected CurrentSets(int kindCount) {
    for (int i = 0; i < kindCount; i++) {
      kinds.add(new TreeMap<>());
    }
  }

  /// Which kind of set a unit of at least two bytes is, in the order in which a decoder needs them,
  /// from 0; negative if it is none.
  protected abstract int kind(byte[] unit);

  /// The id in a set of that kind; negative when there is none in range.
  protected abstract int id(int kind, byte[] unit);

  /// Takes one NAL unit; its bytes are copied.
  public final Offer offer(byte[] unit) {
    int kind = unit.length < 2 || unit.length > MOST_BYTES ? NONE : kind(unit);
    return kind < 0 ? Offer.REFUSED : put(kinds.get(kind), id(kind, unit), unit);
  }

  /// Takes the sets among the units of an access unit.
  protected final void offerAll(byte[] accessUnit) {
    for (ByteBuffer unit : AnnexB.units(accessUnit)) {
      byte[] copy = new byte[Math.min(unit.remaining(), MOST_BYTES + 1)];
      unit.get(0, copy);
      offer(copy);
    }
  }

  /// Whether a decoder could begin: there is at least one set of each kind.
  public final boolean complete() {
    return kinds.stream().noneMatch(Map::isEmpty);
  }

  /// All sets in Annex B, in the order in which a decoder needs them: what every key frame is to
  /// begin with. Shared: read, never write.
  public final byte[] prefix() {
    if (prefixIsOld) {
      prefix = concatenate();
      prefixIsOld = false;
    }
    return prefix;
  }

  /// The set of a kind with the lowest id.
  protected final Optional<byte[]> first(int kind) {
    return kinds.get(kind).values().stream().findFirst().map(byte[]::clone);
  }

  /// Reads the id of a set that begins with it as `ue(v)`.
  protected static int idAt(BitReader bits, int largest) {
    long id = bits.unsignedGolomb();
    return bits.overrun() || id > largest ? NONE : (int) id;
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
    prefixIsOld = true; // a camera may change them more often than anybody asks
    return Offer.CHANGED;
  }

  private byte[] concatenate() {
    List<byte[]> all = kinds.stream().flatMap(sets -> sets.values().stream()).toList();
    int size = all.stream().mapToInt(set -> START_CODE.length + set.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size);
    all.forEach(set -> bytes.put(START_CODE).put(set));
    return bytes.array();
  }
}
