package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.h264.SequenceParameterSet;
import io.mashrabiya.words.Sentence;
import java.util.Set;

/// Whether viewers show what the camera sends as it is, and what the home does for those that do
/// not.
record PictureCodec(Heard heard, Remedies remedies) implements Examination {
  /// Baseline, Main, Extended and High: `profile_idc` of ITU-T H.264, annex A.
  private static final Set<Integer> SHOWN = Set.of(66, 77, 88, 100);

  private static final int LEVEL_5_2 = 52;

  private static final Sentence INSTEAD =
      say(
          "the home plays its sub stream in H.264, if there is one, or makes a copy of 640x360 while they look");

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
                say("Without a key frame nobody knows how its pictures are encoded.")));
  }

  private Verdict judge(Encoding encoding) {
    return switch (encoding) {
      case Encoding.H264(var set) -> judge(set);
      case Encoding.H265(var set) ->
          new Verdict.Advice(
              say("It sends H.265 ({0}).", set.codecs())
                  .then("Viewers that decode it show it as it is; for the others {0}.", INSTEAD),
              remedies
                  .codec()
                  .then("Or switch its second stream (sub stream) on: H.264, about 640x360."));
      case Encoding.Jpeg _ ->
          new Verdict.Advice(
              say(
                  "It sends JPEG, which every viewer shows as it is; it takes several times as much of the line as H.264."),
              remedies.codec());
      case Encoding.Unread(var format) ->
          new Verdict.Fault(
              say(
                  "It sends {0} whose parameters cannot be read: viewers cannot begin.",
                  format.words()),
              remedies.decoding());
    };
  }

  private Verdict judge(SequenceParameterSet set) {
    double level = set.levelIdc() / 10.0;
    if (!SHOWN.contains(set.profileIdc())) {
      return new Verdict.Advice(
          say(
              "It sends H.264 ({0}, level {1}), a profile that browsers do not show: for them {2}.",
              set.codecs(), level, INSTEAD),
          remedies.profile());
    }
    if (set.levelIdc() > LEVEL_5_2) {
      return new Verdict.Advice(
          say(
              "It sends H.264 ({0}, level {1}), more than many phones decode: for those {2}.",
              set.codecs(), level, INSTEAD),
          remedies.level());
    }
    return new Verdict.Ok(
        say("It sends H.264 ({0}, level {1}), which every browser shows.", set.codecs(), level));
  }
}
