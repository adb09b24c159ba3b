package io.mashrabiya.media.h264;

import io.mashrabiya.media.nal.BitReader;
import io.mashrabiya.media.nal.CurrentSets;
import java.util.Optional;

/// The parameter sets of a stream of H.264: sequence before picture (ITU-T H.264, clauses 7.3.2.1
/// and 7.3.2.2).
public final class ParameterSets extends CurrentSets {
  private static final int SEQUENCE = 0;
  private static final int PICTURE = 1;

  public ParameterSets() {
    super(2);
  }

  /// The ones in an access unit.
  public static ParameterSets in(byte[] accessUnit) {
    ParameterSets sets = new ParameterSets();
    sets.offerAll(accessUnit);
    return sets;
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
      case NalUnitType.SPS -> SEQUENCE;
      case NalUnitType.PPS -> PICTURE;
      default -> -1;
    };
  }

  @Override
  protected int id(int kind, byte[] unit) {
    return kind == SEQUENCE ? idAt(new BitReader(unit, 4), 31) : idAt(new BitReader(unit, 1), 255);
  }
}
