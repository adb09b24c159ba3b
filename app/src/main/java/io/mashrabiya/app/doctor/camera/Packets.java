package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.rtsp.Carriage;
import java.util.ArrayList;
import java.util.List;

/// Whether all of the pictures' packets came, in time and whole.
record Packets(Heard heard, Carriage carriage) implements Examination {
  private static final double MUCH = 0.01;

  @Override
  public String name() {
    return "packets";
  }

  @Override
  public Verdict examine() {
    long came = heard.of(StreamEvent.PACKET);
    if (came == 0) {
      return new Verdict.NotExamined("No packet came.");
    }
    long lost = heard.of(StreamEvent.PACKET_LOST);
    long late = heard.of(StreamEvent.PACKET_LATE);
    long malformed =
        heard.of(StreamEvent.PACKET_MALFORMED)
            + heard.of(StreamEvent.PAYLOAD_MALFORMED)
            + heard.of(StreamEvent.PAYLOAD_UNSUPPORTED);
    long wrong = lost + late + malformed;
    String span = " in " + heard.seconds() + " s";
    if (wrong == 0) {
      return new Verdict.Ok("All of its packets came, " + came + span + ".");
    }
    String found =
        "Of " + (came + lost) + " packets" + span + " " + parts(lost, late, malformed) + ".";
    String remedy = malformed > lost + late ? RESTART : remedy();
    return wrong > MUCH * (came + lost)
        ? new Verdict.Fault(found, remedy)
        : new Verdict.Advice(found, remedy);
  }

  private static final String RESTART =
      "Restart the camera and look for a newer firmware; another video setting may help.";

  private String remedy() {
    return carriage == Carriage.UDP
        ? "Use a cable or a better place for its Wi-Fi, lower its bit rate, or call it over TCP: rtspt:// in place of rtspu://."
        : "Use a cable or a better place for its Wi-Fi, lower its bit rate, and close other apps that show it.";
  }

  private static String parts(long lost, long late, long malformed) {
    List<String> parts = new ArrayList<>();
    if (lost > 0) {
      parts.add(lost + " were lost");
    }
    if (late > 0) {
      parts.add(late + " came too late");
    }
    if (malformed > 0) {
      parts.add(malformed + " were not what they should be");
    }
    return String.join(", ", parts);
  }
}
