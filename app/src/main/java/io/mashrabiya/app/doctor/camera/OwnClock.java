package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.words.Sentence;
import java.time.Duration;
import java.util.Optional;

/// Whether the camera's own clock is right.
///
/// @param visit empty where it does not speak ONVIF
record OwnClock(Optional<OnvifVisit> visit) implements Examination {
  private static final Duration MOST = Duration.ofSeconds(60);
  private static final int HOURS_OF_A_DAY = 24;

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public Verdict examine() {
    return visit
        .map(known -> judge(known.clockOffset()))
        .orElseGet(() ->
            new Verdict.NotExamined(
                say(
                    "Its clock is not known: it does not speak ONVIF here, which many have switched off.")));
  }

  private static Verdict judge(Answer<Duration> offset) {
    return switch (offset) {
      case Answer.Given<Duration>(Duration ahead) when ahead.abs().compareTo(MOST) > 0 ->
          new Verdict.Advice(
              say(
                  ahead.isNegative() ? "Its clock is {0} behind." : "Its clock is {0} ahead.",
                  words(ahead.abs())),
              say("Set the time in its settings, or let it take the time from an NTP server such as the router.")
                  .then("Some cameras refuse passwords while it is wrong."));
      case Answer.Given<Duration> _ -> new Verdict.Ok(say("Its clock is right to a minute."));
      case Answer.Failed<Duration>(OnvifFailure why) ->
          new Verdict.NotExamined(say("Its clock is not known by ONVIF: {0}", why.words()));
    };
  }

  private static Sentence words(Duration much) {
    long hours = much.plusMinutes(30).toHours();
    if (hours >= 2 * HOURS_OF_A_DAY) {
      return say("{0} days", (hours + HOURS_OF_A_DAY / 2) / HOURS_OF_A_DAY);
    }
    return hours >= 2 ? say("{0} hours", hours) : say("{0} s", much.toSeconds());
  }
}
