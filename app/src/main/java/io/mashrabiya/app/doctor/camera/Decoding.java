package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.worker.NativeDoor;
import io.mashrabiya.media.worker.StillOutcome;
import io.mashrabiya.media.worker.Subject;
import io.mashrabiya.media.worker.WhyNot;

/// Whether a key frame of the camera can be made a picture.
record Decoding(Heard heard, String camera, NativeDoor door, Remedies remedies)
    implements Examination {
  private static final int WIDTH = 320;

  @Override
  public String name() {
    return "decoding";
  }

  @Override
  public Verdict examine() {
    if (heard.pictures().newestKey().isEmpty()) {
      return new Verdict.NotExamined(say("There is no key frame to decode."));
    }
    Frame key = heard.pictures().newestKey().get();
    StillRequest request = StillRequest.of(key, Still.Format.JPEG, WIDTH);
    return switch (door.still(new Subject(camera), request)) {
      case StillOutcome.Made _ -> new Verdict.Ok(say("A picture of it was decoded."));
      case StillOutcome.NotMade(WhyNot why) -> judge(why);
    };
  }

  private Verdict judge(WhyNot why) {
    return switch (why) {
      case DOES_NOT_DECODE, NO_MEMORY, TOO_LATE, DECODER_DIED, FAULT ->
          new Verdict.Fault(
              say("Its picture cannot be made a still: {0}.", why.words()), remedies.decoding());
      case RESTING, BUSY, NO_DECODER, CLOSED ->
          new Verdict.NotExamined(say("No picture was decoded: {0}.", why.words()));
    };
  }
}
