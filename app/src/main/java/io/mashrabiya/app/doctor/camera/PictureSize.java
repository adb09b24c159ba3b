package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.h264.SequenceParameterSet;
import java.util.Locale;

/// How large the pictures are, how many come, and what that takes of a line.
record PictureSize(Heard heard) implements Examination {
  /// Lines from home often send no more than 10 Mbit/s.
  private static final int MOST_KILOBITS = 8_000;

  private static final double FEWEST_PICTURES = 5;

  @Override
  public String name() {
    return "pictures";
  }

  @Override
  public Verdict examine() {
    if (heard.parameters().isEmpty()) {
      return new Verdict.NotExamined(
          "Without a key frame nobody knows how large its pictures are.");
    }
    SequenceParameterSet set = heard.parameters().get();
    long kilobits = heard.pictures().kilobitsPerSecond();
    double rate = heard.pictures().picturesPerSecond();
    String size = "Its pictures are " + set.width() + "x" + set.height();
    if (rate == 0) {
      return new Verdict.Ok(size + "; it was listened to too shortly to tell how many come.");
    }
    String found =
        String.format(Locale.ROOT, "%s, %.1f a second, %,d kbit/s.", size, rate, kilobits);
    if (kilobits > MOST_KILOBITS) {
      return new Verdict.Advice(
          found,
          "Many lines do not send so much from home. Set its bit rate to 4000 kbit/s or less, or use its sub stream.");
    }
    return rate < FEWEST_PICTURES
        ? new Verdict.Advice(found, "That is few. Set its frame rate to 10 or more a second.")
        : new Verdict.Ok(found);
  }
}
