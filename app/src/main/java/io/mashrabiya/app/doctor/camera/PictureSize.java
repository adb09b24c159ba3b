package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.words.Sentence;
import java.util.Locale;
import java.util.Optional;

/// How large the pictures are, how many come, and what that takes of a line.
record PictureSize(Heard heard, Remedies remedies) implements Examination {
  /// Lines from home often send no more than 10 Mbit/s.
  private static final int MOST_KILOBITS = 8_000;

  private static final double FEWEST_PICTURES = 5;

  @Override
  public String name() {
    return "pictures";
  }

  @Override
  public Verdict examine() {
    Optional<String> known = heard.encoding().map(Encoding::size).filter(size -> !size.isEmpty());
    if (known.isEmpty()) {
      return new Verdict.NotExamined(
          say("Without a key frame nobody knows how large its pictures are."));
    }
    String size = known.get();
    if (heard
        .pictures()
        .newestKey()
        .filter(key -> key.sizeBytes() >= SealedFrame.MAX_BYTES)
        .isPresent()) {
      return new Verdict.Fault(
          say("Its pictures are {0} and above 4 MiB: none of them leaves the home.", size),
          remedies.line());
    }
    long kilobits = heard.pictures().kilobitsPerSecond();
    double rate = heard.pictures().picturesPerSecond();
    if (rate == 0) {
      return new Verdict.Ok(
          say("Its pictures are {0}; it was listened to too shortly to tell how many come.", size));
    }
    Sentence found =
        say(
            "Its pictures are {0}, {1} a second, {2} kbit/s.",
            size,
            String.format(Locale.ROOT, "%.1f", rate),
            String.format(Locale.ROOT, "%,d", kilobits));
    if (kilobits > MOST_KILOBITS) {
      return new Verdict.Advice(
          found, say("Many lines do not send so much from home.").then(remedies.line()));
    }
    return rate < FEWEST_PICTURES
        ? new Verdict.Advice(found, say("That is few.").then(remedies.rate()))
        : new Verdict.Ok(found);
  }
}
