package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.rtp.StreamEvent;

/// Whether the camera's timestamps run as they should.
record Timestamps(Heard heard) implements Examination {
  @Override
  public String name() {
    return "timestamps";
  }

  @Override
  public Verdict examine() {
    if (heard.pictures().keys() == 0) {
      return new Verdict.NotExamined("Without pictures there are no timestamps.");
    }
    long jumps = heard.of(StreamEvent.CLOCK_JUMPED) + heard.of(StreamEvent.SENDER_RESTARTED);
    return jumps == 0
        ? new Verdict.Ok("Its timestamps run evenly.")
        : new Verdict.Advice(
            "Its timestamps jumped " + jumps + " times in " + heard.seconds() + " s.",
            "Restart the camera and look for a newer firmware. Pictures are shown all the same, by the time of their arrival.");
  }
}
