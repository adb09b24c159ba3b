package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

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
      return new Verdict.NotExamined(say("Without pictures there are no timestamps."));
    }
    long jumps = heard.of(StreamEvent.CLOCK_JUMPED) + heard.of(StreamEvent.SENDER_RESTARTED);
    return jumps == 0
        ? new Verdict.Ok(say("Its timestamps run evenly."))
        : new Verdict.Advice(
            say("Its timestamps jumped {0} times in {1} s.", jumps, heard.seconds()),
            say("Restart the camera and look for a newer firmware.")
                .then("Pictures are shown all the same, by the time of their arrival."));
  }
}
