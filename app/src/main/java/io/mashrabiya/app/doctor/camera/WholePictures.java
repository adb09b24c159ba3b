package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.rtp.StreamEvent;

/// Whether what came over HTTP were whole JPEG pictures.
record WholePictures(Heard heard) implements Examination {
  /// Each stands alone, so that one that is missing costs no other.
  private static final double MUCH = 0.1;

  private static final String REMEDY =
      "Restart the camera and look for a newer firmware; close other apps that show it.";

  @Override
  public String name() {
    return "whole";
  }

  @Override
  public Verdict examine() {
    long whole = heard.of(StreamEvent.FRAME);
    long broken = heard.of(StreamEvent.PAYLOAD_MALFORMED);
    String span = " in " + heard.seconds() + " s";
    if (whole == 0) {
      return broken == 0
          ? new Verdict.Fault("No whole picture came.", REMEDY)
          : new Verdict.Fault(
              "None of the " + broken + " pictures that came" + span + " is a whole JPEG.", REMEDY);
    }
    if (broken == 0) {
      return new Verdict.Ok("All of its pictures came whole, " + whole + span + ".");
    }
    String found =
        "Of "
            + (whole + broken)
            + " pictures"
            + span
            + " "
            + broken
            + " were cut short or no JPEG: they are left out.";
    return broken > MUCH * (whole + broken)
        ? new Verdict.Fault(found, REMEDY)
        : new Verdict.Advice(found, REMEDY);
  }
}
