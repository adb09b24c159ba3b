package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.rtsp.Carriage;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Spoken;
import java.util.ArrayList;
import java.util.List;

/// Whether all of the pictures' packets came, in time and whole.
record Packets(Heard heard, Carriage carriage) implements Examination {
  private static final double MUCH = 0.01;
  private static final Sentence RESTART =
      say("Restart the camera and look for a newer firmware; another video setting may help.");

  @Override
  public String name() {
    return "packets";
  }

  @Override
  public Verdict examine() {
    long came = heard.of(StreamEvent.PACKET);
    if (came == 0) {
      return new Verdict.NotExamined(say("No packet came."));
    }
    long lost = heard.of(StreamEvent.PACKET_LOST);
    long late = heard.of(StreamEvent.PACKET_LATE);
    long malformed =
        heard.of(StreamEvent.PACKET_MALFORMED)
            + heard.of(StreamEvent.PAYLOAD_MALFORMED)
            + heard.of(StreamEvent.PAYLOAD_UNSUPPORTED);
    long wrong = lost + late + malformed;
    if (wrong == 0) {
      return new Verdict.Ok(say("All of its packets came, {0} in {1} s.", came, heard.seconds()));
    }
    Sentence found =
        say(
            "Of {0} packets in {1} s {2}.",
            came + lost, heard.seconds(), parts(lost, late, malformed));
    Sentence remedy = malformed > lost + late ? RESTART : remedy();
    return wrong > MUCH * (came + lost)
        ? new Verdict.Fault(found, remedy)
        : new Verdict.Advice(found, remedy);
  }

  private Sentence remedy() {
    return say(
        carriage == Carriage.UDP
            ? "Use a cable or a better place for its Wi-Fi, lower its bit rate, or call it over TCP: rtspt:// in place of rtspu://."
            : "Use a cable or a better place for its Wi-Fi, lower its bit rate, and close other apps that show it.");
  }

  private static Spoken parts(long lost, long late, long malformed) {
    List<Sentence> parts = new ArrayList<>();
    if (lost > 0) {
      parts.add(say("{0} were lost", lost));
    }
    if (late > 0) {
      parts.add(say("{0} came too late", late));
    }
    if (malformed > 0) {
      parts.add(say("{0} were not what they should be", malformed));
    }
    return Sentence.listed(parts);
  }
}
