package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.feed.ClipOutcome;
import io.mashrabiya.media.http.HttpOutcome;
import io.mashrabiya.media.rtsp.client.RtspOutcome;

/// Whether the camera went on sending until it was told to stop.
record Ending(Heard heard, Remedies remedies) implements Examination {
  @Override
  public String name() {
    return "endurance";
  }

  @Override
  public Verdict examine() {
    return switch (heard.outcome()) {
      case RtspOutcome.Stopped _, HttpOutcome.Stopped _, ClipOutcome.Stopped _ ->
          new Verdict.Ok(say("It sent without a break for {0} s.", heard.seconds()));
      default -> Verdict.fault(heard.outcome().words(), remedies.ending());
    };
  }
}
