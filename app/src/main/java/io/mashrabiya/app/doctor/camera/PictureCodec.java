package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.h264.SequenceParameterSet;
import java.util.Set;

/// Whether viewers show what the camera sends as it is, and what the home does for those that do
/// not.
record PictureCodec(Heard heard, Remedies remedies) implements Examination {
  /// Baseline, Main, Extended and High: `profile_idc` of ITU-T H.264, annex A.
  private static final Set<Integer> SHOWN = Set.of(66, 77, 88, 100);

  private static final int LEVEL_5_2 = 52;

  private static final String INSTEAD =
      " the home plays its sub stream in H.264, if there is one, or makes a copy of 640x360 while they look.";

  private static final String OR_SUB_STREAM =
      " Or switch its second stream (sub stream) on: H.264, about 640x360.";

  @Override
  public String name() {
    return "codec";
  }

  @Override
  public Verdict examine() {
    return heard
        .encoding()
        .map(this::judge)
        .orElseGet(() ->
            new Verdict.NotExamined(
                "Without a key frame nobody knows how its pictures are encoded."));
  }

  private Verdict judge(Encoding encoding) {
    return switch (encoding) {
      case Encoding.H264(var set) -> judge(set);
      case Encoding.H265(var set) ->
          new Verdict.Advice(
              "It sends H.265 ("
                  + set.codecs()
                  + "). Viewers that decode it show it as it is; for the others"
                  + INSTEAD,
              remedies.codec() + OR_SUB_STREAM);
      case Encoding.Jpeg _ ->
          new Verdict.Advice(
              "It sends JPEG, which every viewer shows as it is; it takes several times as much of the line as H.264.",
              remedies.codec());
      case Encoding.Unread(var format) ->
          new Verdict.Fault(
              "It sends "
                  + format.words()
                  + " whose parameters cannot be read: viewers cannot begin.",
              remedies.decoding());
    };
  }

  private Verdict judge(SequenceParameterSet set) {
    String what = "It sends H.264 (" + set.codecs() + ", level " + set.levelIdc() / 10.0 + ")";
    if (!SHOWN.contains(set.profileIdc())) {
      return new Verdict.Advice(
          what + ", a profile that browsers do not show: for them" + INSTEAD, remedies.profile());
    }
    if (set.levelIdc() > LEVEL_5_2) {
      return new Verdict.Advice(
          what + ", more than many phones decode: for those" + INSTEAD, remedies.level());
    }
    return new Verdict.Ok(what + ", which every browser shows.");
  }
}
