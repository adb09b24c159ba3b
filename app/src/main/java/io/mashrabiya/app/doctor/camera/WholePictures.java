package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.words.Sentence;

/// Whether what came over HTTP were whole JPEG pictures.
record WholePictures(Heard heard) implements Examination {
  /// Each stands alone, so that one that is missing costs no other.
  private static final double MUCH = 0.1;

  private static final Sentence REMEDY =
      say("Restart the camera and look for a newer firmware; close other apps that show it.");

  @Override
  public String name() {
    return "whole";
  }

  @Override
  public Verdict examine() {
    long whole = heard.of(StreamEvent.FRAME);
    long broken = heard.of(StreamEvent.PAYLOAD_MALFORMED);
    if (whole == 0) {
      return broken == 0
          ? new Verdict.Fault(say("No whole picture came."), REMEDY)
          : new Verdict.Fault(
              say(
                  "None of the {0} pictures that came in {1} s is a whole JPEG.",
                  broken, heard.seconds()),
              REMEDY);
    }
    if (broken == 0) {
      return new Verdict.Ok(
          say("All of its pictures came whole, {0} in {1} s.", whole, heard.seconds()));
    }
    Sentence found =
        say(
            "Of {0} pictures in {1} s {2} were cut short or no JPEG: they are left out.",
            whole + broken, heard.seconds(), broken);
    return broken > MUCH * (whole + broken)
        ? new Verdict.Fault(found, REMEDY)
        : new Verdict.Advice(found, REMEDY);
  }
}
