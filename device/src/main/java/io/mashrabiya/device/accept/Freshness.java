package io.mashrabiya.device.accept;

import io.mashrabiya.wire.check.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/// Bounds the age of pictures by the home's answers of the last minute (design, section 5). Pure:
/// time is handed in.
public final class Freshness {
  /// A picture at most this old may be called live, if the home is heard too.
  public static final Duration LIVE = Duration.ofSeconds(3);

  /// The home counts as heard this long after a question that it answered.
  public static final Duration HEARD = Duration.ofSeconds(15);

  private static final Duration KEPT = Duration.ofSeconds(60);
  private static final Duration SLEEP_GAP = Duration.ofSeconds(2);
  private static final int MAX_ANSWERS = 256;

  /// A signed answer: what the home's clock showed, and when this device had *sent* the question.
  private record Answer(Moment sent, Instant homeClock) {}

  private final Deque<Answer> answers = new ArrayDeque<>();

  public void answered(Moment sent, Instant homeClock, Moment now) {
    forget(now);
    answers.addLast(new Answer(sent, homeClock));
    if (answers.size() > MAX_ANSWERS) {
      answers.removeFirst();
    }
  }

  public Age of(Instant taken, Moment now) {
    forget(now);
    return answers.stream()
        .map(answer -> Duration.between(taken, answer.homeClock()).plus(now.since(answer.sent())))
        .min(Comparator.naturalOrder())
        .filter(age -> !age.isNegative()) // a picture from the future is a clock that lies
        .<Age>map(Age.Known::new)
        .orElseGet(() -> new Age.Unknown(taken));
  }

  /// Whether the home answered a question that was sent within the last 15 s.
  public boolean hears(Moment now) {
    forget(now);
    return answers.stream().anyMatch(answer -> isRecent(answer, now));
  }

  @Check
  private static boolean isRecent(Answer answer, Moment now) {
    return now.since(answer.sent()).compareTo(HEARD) <= 0;
  }

  /// Whether a picture may be shown as what is to be seen now.
  public boolean isLive(Instant taken, Moment now) {
    return switch (of(taken, now)) {
      case Age.Known(Duration atMost) -> isYoung(atMost) && hears(now);
      case Age.Unknown(Instant never) -> false;
    };
  }

  @Check
  private static boolean isYoung(Duration atMost) {
    return atMost.compareTo(LIVE) <= 0;
  }

  /// When the two clocks disagree about the time since an answer, the device slept or was set: no
  /// answer is worth anything then.
  private void forget(Moment now) {
    if (answers.stream().anyMatch(answer -> now.gapSince(answer.sent()).compareTo(SLEEP_GAP) > 0)) {
      answers.clear();
    }
    answers.removeIf(answer -> now.since(answer.sent()).compareTo(KEPT) > 0);
  }
}
