package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.words.Sentence;
import java.time.Duration;
import java.util.Locale;

/// How a camera does that gives one picture for each question: how long one takes, and whether it
/// is a new one.
///
/// @param every how often it is asked
record Snapshots(Heard heard, Duration every) implements Examination {
  /// So old is a picture at least when it is shown.
  private static final Duration LONG = Duration.ofSeconds(1);

  private static final double MANY = 0.5;

  @Override
  public String name() {
    return "snapshots";
  }

  @Override
  public Verdict examine() {
    if (heard.of(StreamEvent.FRAME) == 0) {
      return new Verdict.NotExamined(
          say("Without a whole picture nobody knows how long one takes."));
    }
    Duration took = heard.pictures().meanTaken();
    Sentence found =
        say(
            "It gives one picture for each question, in {0} s (at most {1} s); it is asked every {2} s.",
            seconds(took), seconds(heard.pictures().longestTaken()), seconds(every));
    if (took.compareTo(LONG) > 0) {
      return new Verdict.Advice(
          found,
          say("Pictures are that old when they are shown.")
              .then(
                  "Choose a smaller picture in its settings, use a cable or a better place for its Wi-Fi."));
    }
    long same =
        heard.snapshots() - heard.of(StreamEvent.FRAME) - heard.of(StreamEvent.PAYLOAD_MALFORMED);
    return same > MANY * heard.snapshots()
        ? new Verdict.Advice(
            found.then("Of {0} answers {1} were the picture before.", heard.snapshots(), same),
            say(
                "It makes a new picture less often than it is asked: ask less often, with #every=5s behind its address, or name a stream of it."))
        : new Verdict.Ok(found);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
  }
}
