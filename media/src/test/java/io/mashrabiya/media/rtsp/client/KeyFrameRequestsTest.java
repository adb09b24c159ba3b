package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.rtsp.client.KeyFrameRequests.Way;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyFrameRequestsTest {
  private static final long SECOND = 1_000_000;
  private static final long BEGIN = 50 * SECOND;

  private final KeyFrameRequests requests = new KeyFrameRequests(BEGIN);

  @Test
  void due_nothingAfterPlay_isAfterThreeSeconds() {
    assertThat(requests.dueMicros()).isEqualTo(BEGIN + 3 * SECOND);
  }

  @Test
  void due_picturesStopAfterAFault_isAfterThreeSeconds() {
    requests.picture(true, BEGIN + SECOND);
    requests.picture(false, BEGIN + 2 * SECOND);
    assertThat(requests.dueMicros()).isEqualTo(BEGIN + 5 * SECOND);
  }

  @Test
  void due_picturesGoOnWithoutAKeyFrame_isAfterTenSeconds() {
    requests.picture(true, BEGIN);
    for (int second = 1; second <= 9; second++) {
      requests.picture(false, BEGIN + second * SECOND);
    }
    assertThat(requests.dueMicros()).isEqualTo(BEGIN + 10 * SECOND);
  }

  @Test
  void due_keyFrameEveryFewSeconds_isNeverReached() {
    for (int second = 0; second < 60; second += 2) {
      requests.picture(true, BEGIN + second * SECOND);
      assertThat(requests.dueMicros()).isGreaterThan(BEGIN + (second + 2) * SECOND);
    }
  }

  @Test
  void ask_cameraThatNeverAnswers_isAskedLessAndLessOftenAndThenNoMore() {
    List<Long> seconds = new ArrayList<>();
    List<Way> ways = new ArrayList<>();
    for (long due = requests.dueMicros(); due != Long.MAX_VALUE; due = requests.dueMicros()) {
      seconds.add((due - BEGIN) / SECOND);
      ways.add(requests.ask(due));
    }
    assertThat(seconds).containsExactly(3L, 6L, 12L, 24L, 48L, 72L);
    assertThat(ways)
        .containsExactly(
            Way.PICTURE_LOSS,
            Way.PICTURE_LOSS,
            Way.FULL_INTRA,
            Way.FULL_INTRA,
            Way.FULL_INTRA,
            Way.FULL_INTRA);
  }

  @Test
  void ask_cameraThatAnswers_isAskedTheSameWayEveryTenSeconds() {
    long now = BEGIN;
    requests.picture(true, now);
    for (int round = 1; round <= 20; round++) {
      now += 10 * SECOND;
      requests.picture(false, now - SECOND);
      assertThat(requests.dueMicros()).isEqualTo(now);
      assertThat(requests.ask(now)).isEqualTo(Way.PICTURE_LOSS);
      requests.picture(true, now);
    }
  }
}
