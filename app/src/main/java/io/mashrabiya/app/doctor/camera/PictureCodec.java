package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.h264.SequenceParameterSet;
import java.util.Set;

/// Whether browsers show what the camera sends.
record PictureCodec(Heard heard) implements Examination {
  /// Baseline, Main, Extended and High: `profile_idc` of ITU-T H.264, annex A.
  private static final Set<Integer> SHOWN = Set.of(66, 77, 88, 100);

  private static final int LEVEL_5_2 = 52;

  @Override
  public String name() {
    return "codec";
  }

  @Override
  public Verdict examine() {
    if (heard.pictures().newestKey().isEmpty()) {
      return new Verdict.NotExamined(
          "Without a key frame nobody knows how its pictures are encoded.");
    }
    var format = heard.pictures().newestKey().get().track().format();
    if (format != PictureFormat.H264) {
      return new Verdict.Advice(
          "It sends " + format + ", which some browsers do not show.",
          "Set its video encoding to H.264, which every browser shows.");
    }
    return heard
        .parameters()
        .map(PictureCodec::judge)
        .orElseGet(() ->
            new Verdict.Fault(
                "It sends H.264 whose parameters cannot be read.",
                "Look for a newer firmware, or choose another profile in its video settings."));
  }

  private static Verdict judge(SequenceParameterSet set) {
    String what = "H.264 (" + set.codecs() + ", level " + set.levelIdc() / 10.0 + ")";
    if (!SHOWN.contains(set.profileIdc())) {
      return new Verdict.Fault(
          "It sends " + what + ", a profile that browsers do not show.",
          "Set its H.264 profile to Baseline, Main or High.");
    }
    if (set.levelIdc() > LEVEL_5_2) {
      return new Verdict.Advice(
          "It sends " + what + ", more than many phones decode.",
          "Choose a smaller picture or fewer of them in a second.");
    }
    return new Verdict.Ok("It sends " + what + ", which every browser shows.");
  }
}
