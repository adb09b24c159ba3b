package io.mashrabiya.media.rtp;

import io.mashrabiya.media.nal.CurrentSets;

/// What carrying a codec of NAL units has to know of one unit.
interface NalSyntax {
  /// What a unit is to the access unit that it stands in.
  enum Role {
    /// Part of a picture.
    SLICE,
    /// Part of a picture at which decoding can begin.
    KEY_SLICE,
    /// The same, and whatever leads it is skipped even if pictures before it are there.
    BROKEN_LINK_SLICE,
    /// Part of a picture that nobody can decode who began at the key frame before it.
    SKIPPED_LEADING_SLICE,
    /// What the stream is decoded by, kept apart from it.
    PARAMETER_SET,
    /// No picture, but of use to a decoder.
    COMPANION,
    /// What no decoder here needs.
    NOTHING
  }

  /// How many bytes the header of a unit has.
  int headerBytes();

  /// What the unit with this header is.
  Role role(byte[] bytes, int header);

  /// Whether a slice is the first of its picture.
  ///
  /// @param header where it begins
  /// @param end where it ends
  boolean beginsPicture(byte[] bytes, int header, int end);

  /// No sets, for a stream that begins.
  CurrentSets noSets();
}
