package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;

/// Whether decoders have to hold pictures back, as with B-frames (`max_num_reorder_frames` of ITU-T
/// H.264, E.2.1).
record Reordering(Heard heard) implements Examination {
  @Override
  public String name() {
    return "delay";
  }

  @Override
  public Verdict examine() {
    if (heard.parameters().isEmpty()) {
      return new Verdict.NotExamined(
          "Without a key frame nobody knows whether it delays pictures.");
    }
    int held = heard.parameters().get().maxReorderFrames().orElse(0);
    return held == 0
        ? new Verdict.Ok("It announces no B-frames.")
        : new Verdict.Advice(
            "It announces B-frames: pictures are held back by up to " + held + ".",
            "Switch B-frames off in its video settings, or set its H.264 profile to Baseline.");
  }
}
