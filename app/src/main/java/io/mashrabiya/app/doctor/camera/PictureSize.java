package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.wire.sealed.SealedFrame;
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
          "Without a key frame nobody knows how large its pictures are.");
    }
    String size = "Its pictures are " + known.get();
    if (heard
        .pictures()
        .newestKey()
        .filter(key -> key.sizeBytes() >= SealedFrame.MAX_BYTES)
        .isPresent()) {
      return new Verdict.Fault(
          size + " and above 4 MiB: none of them leaves the home.", remedies.line());
    }
    long kilobits = heard.pictures().kilobitsPerSecond();
    double rate = heard.pictures().picturesPerSecond();
    if (rate == 0) {
      return new Verdict.Ok(size + "; it was listened to too shortly to tell how many come.");
    }
    String found =
        String.format(Locale.ROOT, "%s, %.1f a second, %,d kbit/s.", size, rate, kilobits);
    if (kilobits > MOST_KILOBITS) {
      return new Verdict.Advice(
          found, "Many lines do not send so much from home. " + remedies.line());
    }
    return rate < FEWEST_PICTURES
        ? new Verdict.Advice(found, "That is few. " + remedies.rate())
        : new Verdict.Ok(found);
  }
}
