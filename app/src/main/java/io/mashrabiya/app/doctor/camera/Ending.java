package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.rtsp.client.RtspOutcome;

/// Whether the camera went on sending until it was told to stop.
record Ending(Heard heard) implements Examination {
  @Override
  public String name() {
    return "endurance";
  }

  @Override
  public Verdict examine() {
    return heard.outcome() instanceof RtspOutcome.Stopped
        ? new Verdict.Ok("It sent without a break for " + heard.seconds() + " s.")
        : Verdict.fault(
            heard.outcome().words(), "Close other apps that show it, or restart the camera.");
  }
}
