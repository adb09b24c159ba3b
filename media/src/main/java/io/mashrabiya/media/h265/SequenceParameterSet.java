package io.mashrabiya.media.h265;

import io.mashrabiya.media.Frame;
import java.util.Optional;
import java.util.OptionalInt;

/// What the service has to know of a sequence parameter set (ITU-T H.265, clause 7.3.2.2.1).
///
/// @param id `sps_seq_parameter_set_id`, 0 to 15
/// @param profile what a decoder has to be able to do
/// @param chromaFormat `chroma_format_idc`: 0 grey, 1 4:2:0, 2 4:2:2, 3 4:4:4
/// @param width the picture's width in luma samples, the conformance window applied
/// @param height the picture's height in luma samples, the conformance window applied
/// @param bitDepth of luma, 8 to 16
/// @param maxReorderPictures `sps_max_num_reorder_pics` of the highest sub-layer: above 0, a
///   decoder holds pictures back before it shows them; nothing where the set ends before it
public record SequenceParameterSet(
    int id,
    ProfileTierLevel profile,
    int chromaFormat,
    int width,
    int height,
    int bitDepth,
    OptionalInt maxReorderPictures) {

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

  /// Reads one NAL unit, its header included and without start code.
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

  /// The stream's name in media types where its parameter sets stand in the stream, as they do
  /// here, such as `hev1.1.6.L93.B0` (ISO/IEC 14496-15, annex E.3).
  public String codecs() {
    return "hev1." + profile.text();
  }

  /// The same where a container holds the parameter sets apart from the stream, such as
  /// `hvc1.1.6.L93.B0`.
  public String codecsWithSetsApart() {
    return "hvc1." + profile.text();
  }
}
