package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.words.Sentence;

/// Whether decoders have to hold pictures back, as with B-frames (`max_num_reorder_frames` of ITU-T
/// H.264, E.2.1; `sps_max_num_reorder_pics` of ITU-T H.265, 7.4.3.2.1).
record Reordering(Heard heard) implements Examination {
  @Override
  public String name() {
    return "delay";
  }

  @Override
  public Verdict examine() {
    return heard
        .encoding()
        .map(Reordering::judge)
        .orElseGet(() ->
            new Verdict.NotExamined(
                say("Without a key frame nobody knows whether it delays pictures.")));
  }

  private static Verdict judge(Encoding encoding) {
    return switch (encoding) {
      case Encoding.Unread _ ->
          new Verdict.NotExamined(say("Its parameters do not tell whether it delays pictures."));
      case Encoding.Jpeg _ -> new Verdict.Ok(say("Each JPEG picture stands alone."));
      case Encoding.H264 _ ->
          judge(
              encoding.heldBack(),
              say(
                  "Switch B-frames off in its video settings, or set its H.264 profile to Baseline."));
      case Encoding.H265 _ ->
          judge(encoding.heldBack(), say("Switch B-frames off in its video settings."));
    };
  }

  private static Verdict judge(int held, Sentence remedy) {
    return held == 0
        ? new Verdict.Ok(say("It announces no B-frames."))
        : new Verdict.Advice(
            say("It announces B-frames: pictures are held back by up to {0}.", held), remedy);
  }
}
