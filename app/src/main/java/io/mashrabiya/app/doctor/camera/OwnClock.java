package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
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
                "Its clock is not known: it does not speak ONVIF here, which many have switched off."));
  }

  private static Verdict judge(Answer<Duration> offset) {
    return switch (offset) {
      case Answer.Given<Duration>(Duration ahead) when ahead.abs().compareTo(MOST) > 0 ->
          new Verdict.Advice(
              "Its clock is " + words(ahead.abs()) + (ahead.isNegative() ? " behind." : " ahead."),
              "Set the time in its settings, or let it take the time from an NTP server such as the router. Some cameras refuse passwords while it is wrong.");
      case Answer.Given<Duration> _ -> new Verdict.Ok("Its clock is right to a minute.");
      case Answer.Failed<Duration>(OnvifFailure why) ->
          new Verdict.NotExamined("Its clock is not known by ONVIF: " + why.words());
    };
  }

  private static String words(Duration much) {
    long hours = much.plusMinutes(30).toHours();
    if (hours >= 2 * HOURS_OF_A_DAY) {
      return (hours + HOURS_OF_A_DAY / 2) / HOURS_OF_A_DAY + " days";
    }
    return hours >= 2 ? hours + " hours" : much.toSeconds() + " s";
  }
}
