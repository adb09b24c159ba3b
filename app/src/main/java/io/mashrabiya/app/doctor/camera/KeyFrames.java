package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.rtp.StreamEvent;
import java.time.Duration;
import java.util.Locale;

/// How often a viewer can begin to look, which after a loss is how long it sees nothing.
record KeyFrames(Heard heard) implements Examination {
  private static final Duration MOST = Duration.ofSeconds(4);
  private static final String REMEDY =
      "Set its key frame interval (I-frame interval, GOP) to 2 seconds: twice its frame rate, where it counts in frames.";

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
    String seconds = String.format(Locale.ROOT, "%.1f s", longest.toMillis() / 1000.0);
    if (longest.compareTo(MOST) > 0) {
      String how = pictures.isWholeInterval() ? "only every " : "more rarely than every ";
      return new Verdict.Advice(
          "A key frame comes " + how + seconds + ": after a loss one waits that long.", REMEDY);
    }
    return pictures.keys() == 1
        ? new Verdict.NotExamined(
            "One key frame came in " + seconds + ": listen longer (--seconds) to know how often.")
        : new Verdict.Ok("A key frame comes every " + seconds + " or sooner.");
  }

  private Verdict none() {
    String time = " in " + heard.seconds() + " s";
    if (heard.of(StreamEvent.FRAME_WITHOUT_PARAMETERS) > 0) {
      return new Verdict.Fault(
          "Key frames came without what is needed to decode them (SPS and PPS)" + time + ".",
          "Restart the camera, look for a newer firmware, or choose another profile in its video settings.");
    }
    if (heard.of(StreamEvent.PACKET) == 0) {
      return new Verdict.Fault(
          "No packet with pictures came" + time + ".",
          "Restart the camera. Where it is called over UDP, a firewall may keep them away: call it by rtsp:// or rtspt://.");
    }
    return new Verdict.Fault("No key frame came" + time + ": nobody could begin to look.", REMEDY);
  }
}
