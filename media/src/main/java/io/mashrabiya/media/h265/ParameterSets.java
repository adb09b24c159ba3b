package io.mashrabiya.media.h265;

import io.mashrabiya.media.nal.BitReader;
import io.mashrabiya.media.nal.CurrentSets;
import java.util.Optional;

/// The parameter sets of a stream of H.265: video before sequence before picture (ITU-T H.265,
/// clauses 7.3.2.1 to 7.3.2.3).
public final class ParameterSets extends CurrentSets {
  private static final int VIDEO = 0;
  private static final int SEQUENCE = 1;
  private static final int PICTURE = 2;
  private static final int LARGEST_PICTURE_ID = 63;

  public ParameterSets() {
    super(3);
  }

  /// The ones in an access unit.
  public static ParameterSets in(byte[] accessUnit) {
    ParameterSets sets = new ParameterSets();
    sets.offerAll(accessUnit);
    return sets;
  }

  /// The video parameter set with the lowest id.
  public Optional<byte[]> firstVideo() {
    return first(VIDEO);
  }

  /// The sequence parameter set with the lowest id.
  public Optional<byte[]> firstSequence() {
    return first(SEQUENCE);
  }

  /// The picture parameter set with the lowest id.
  public Optional<byte[]> firstPicture() {
    return first(PICTURE);
  }

  @Override
  protected int kind(byte[] unit) {
    return switch (NalUnitType.of(unit[0])) {
      case NalUnitType.VPS -> VIDEO;
      case NalUnitType.SPS -> SEQUENCE;
      case NalUnitType.PPS -> PICTURE;
      default -> -1;
    };
  }

  @Override
  protected int id(int kind, byte[] unit) {
    BitReader bits = new BitReader(unit, NalUnitType.HEADER_BYTES);
    return switch (kind) {
      case VIDEO -> unit.length > NalUnitType.HEADER_BYTES ? (int) bits.bits(4) : -1;
      case SEQUENCE -> SequenceParameterSetReader.id(unit);
      default -> idAt(bits, LARGEST_PICTURE_ID);
    };
  }
}
