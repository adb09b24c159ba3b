package io.mashrabiya.media;

import static io.mashrabiya.words.Sentence.quoted;

import io.mashrabiya.words.Sentence;

/// How pictures are encoded; what more viewers can decode stands before.
public enum PictureFormat implements Format {
  /// H.264 (ITU-T H.264, ISO/IEC 14496-10): one access unit in Annex B byte stream format, each NAL
  /// unit behind a start code. A key frame begins with the sequence and picture parameter sets that
  /// it needs.
  H264("H.264"),

  /// H.265 (ITU-T H.265, ISO/IEC 23008-2): one access unit in Annex B byte stream format. A key
  /// frame is an IRAP picture (IDR, CRA, BLA) and begins with the video, sequence and picture
  /// parameter sets that it needs.
  ///
  /// Right behind a CRA there may be pictures that only those can decode who decoded what was
  /// before it (RASL). They are left out where a stream begins at that CRA; whoever begins at a
  /// later one has to skip them, as decoders do (clause 8.3.3).
  H265("H.265"),

  /// JPEG (ITU-T T.81): each frame is a whole JFIF file, and a key frame.
  JPEG("MJPEG");

  private final String called;

  PictureFormat(String called) {
    this.called = called;
  }

  @Override
  public Sentence words() {
    return quoted(called);
  }
}
