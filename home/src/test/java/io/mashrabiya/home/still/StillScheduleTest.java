package io.mashrabiya.home.still;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StillScheduleTest {
  private static final long SECOND = 1_000_000;
  private final StillSchedule schedule = new StillSchedule();

  @Test
  void isDue_firstPicture_atOnce() {
    assertThat(schedule.isDue(1, Stills.OTHERWISE, 1)).isTrue();
  }

  @Test
  void isDue_watched_everyTenSeconds() {
    schedule.made(0, 0);
    assertThat(schedule.isDue(9 * SECOND, Stills.WHILE_WATCHED, 9 * SECOND)).isFalse();
    assertThat(schedule.isDue(10 * SECOND, Stills.WHILE_WATCHED, 10 * SECOND)).isTrue();
  }

  @Test
  void isDue_notWatched_everyMinute() {
    schedule.made(0, 0);
    assertThat(schedule.isDue(59 * SECOND, Stills.OTHERWISE, 59 * SECOND)).isFalse();
    assertThat(schedule.isDue(60 * SECOND, Stills.OTHERWISE, 60 * SECOND)).isTrue();
  }

  @Test
  void isDue_samePictureStill_isNot() {
    schedule.made(5, 0);
    assertThat(schedule.isDue(5, Stills.WHILE_WATCHED, 3_600 * SECOND)).isFalse();
  }
}
