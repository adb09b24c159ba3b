package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.words.Sentence;
import java.time.Duration;
import java.util.Locale;

/// How often a viewer can begin to look, which after a loss is how long it sees nothing.
record KeyFrames(Heard heard) implements Examination {
  private static final Duration MOST = Duration.ofSeconds(4);
  private static final Sentence REMEDY =
      say(
          "Set its key frame interval (I-frame interval, GOP) to 2 seconds: twice its frame rate, where it counts in frames.");

  @Override
  public String name() {
    return "key-frames";
  }

  @Override
  public Verdict examine() {
    PictureTally pictures = heard.pictures();
    if (pictures.keys() == 0) {
      return none();
    }
    Duration longest = pictures.longestWithoutKey();
    String seconds = String.format(Locale.ROOT, "%.1f", longest.toMillis() / 1000.0);
    if (longest.compareTo(MOST) > 0) {
      return new Verdict.Advice(
          say(
              pictures.isWholeInterval()
                  ? "A key frame comes only every {0} s: after a loss one waits that long."
                  : "A key frame comes more rarely than every {0} s: after a loss one waits that long.",
              seconds),
          REMEDY);
    }
    return pictures.keys() == 1
        ? new Verdict.NotExamined(
            say(
                "One key frame came in {0} s: listen longer (--seconds) to know how often.",
                seconds))
        : new Verdict.Ok(say("A key frame comes every {0} s or sooner.", seconds));
  }

  private Verdict none() {
    if (heard.of(StreamEvent.FRAME_WITHOUT_PARAMETERS) > 0) {
      return new Verdict.Fault(
          say(
              "Key frames came without what is needed to decode them (SPS and PPS) in {0} s.",
              heard.seconds()),
          say(
              "Restart the camera, look for a newer firmware, or choose another profile in its video settings."));
    }
    if (heard.of(StreamEvent.PACKET) == 0) {
      return new Verdict.Fault(
          say("No packet with pictures came in {0} s.", heard.seconds()),
          say("Restart the camera.")
              .then(
                  "Where it is called over UDP, a firewall may keep them away: call it by rtsp:// or rtspt://."));
    }
    return new Verdict.Fault(
        say("No key frame came in {0} s: nobody could begin to look.", heard.seconds()), REMEDY);
  }
}
