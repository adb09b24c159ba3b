package io.mashrabiya.media.h264;

import io.mashrabiya.media.Frame;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What the service has to know of a sequence parameter set (ITU-T H.264, clause 7.3.2.1.1).
///
/// @param id `seq_parameter_set_id`, 0 to 31
/// @param profileIdc `profile_idc`
/// @param constraints the byte of constraint flags behind it
/// @param levelIdc `level_idc`
/// @param width the picture's width in luma samples, cropping applied
/// @param height the picture's height in luma samples, cropping applied
/// @param maxReorderFrames `max_num_reorder_frames` of the VUI where the stream states it: above 0,
///   a decoder holds frames back before it shows them
public record SequenceParameterSet(
    int id,
    int profileIdc,
    int constraints,
    int levelIdc,
    int width,
    int height,
    OptionalInt maxReorderFrames) {

  /// What reading one came to.
  public sealed interface Reading {
    /// A parameter set whose size and profile are plausible.
    record Understood(SequenceParameterSet set) implements Reading {}

    /// Not a parameter set that a decoder could use.
    ///
    /// @param bitOffset where in the unit it went wrong
    /// @param element the syntax element at fault
    record Malformed(int bitOffset, String element) implements Reading {}
  }

  /// Reads one NAL unit, its header byte included and without start code.
  public static Reading read(byte[] unit) {
    return new SequenceParameterSetReader(unit).read();
  }

  /// The one at the head of a key frame, where there is one that can be understood.
  public static Optional<SequenceParameterSet> ofKeyFrame(Frame frame) {
    return ParameterSets.in(frame.payload())
        .firstSequence()
        .map(SequenceParameterSet::read)
        .flatMap(reading ->
            switch (reading) {
              case Reading.Understood(SequenceParameterSet set) -> Optional.of(set);
              case Reading.Malformed _ -> Optional.empty();
            });
  }

  /// The stream's name in media types, such as `avc1.64001f` (RFC 6381, section 3.3).
  public String codecs() {
    return String.format(Locale.ROOT, "avc1.%02x%02x%02x", profileIdc, constraints, levelIdc);
  }
}
