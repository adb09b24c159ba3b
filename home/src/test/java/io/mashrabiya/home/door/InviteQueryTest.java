package io.mashrabiya.home.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.home.door.InviteWish.Given;
import io.mashrabiya.wire.right.Hours;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Week;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InviteQueryTest {
  private static final InviteWish GUEST =
      new InviteWish(
          Duration.ofHours(1),
          Optional.of(new Given(false, Set.of(Right.VIEW, Right.LISTEN))),
          List.of("Front door & yard", "باب"),
          Optional.of(Instant.ofEpochSecond(1_800_000_000)),
          new Week(
              List.of(
                  new Hours(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 480, 960),
                  new Hours(Set.of(DayOfWeek.SATURDAY), 1_320, 1_800))));

  @Test
  void read_whatWasWritten_isTheSame() throws Exception {
    assertThat(InviteQuery.read(InviteQuery.write(GUEST))).isEqualTo(GUEST);
    assertThat(InviteQuery.read(InviteQuery.write(InviteWish.PLAIN))).isEqualTo(InviteWish.PLAIN);
  }

  @Test
  void read_nothing_isThePlainInvite() throws Exception {
    assertThat(InviteQuery.read("")).isEqualTo(InviteWish.PLAIN);
  }

  @Test
  void read_manageAlone_isARightAmongOthers() throws Exception {
    assertThat(InviteQuery.read("rights=talk,manage").given())
        .contains(new Given(true, Set.of(Right.TALK)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          password=hunter2                     | asked for with goodForSeconds, rights
          rights                               | Rights are view, listen, talk and manage
          rights=own                           | Rights are view, listen, talk and manage
          rights=view&rights=talk              | rights is said once
          goodForSeconds=soon                  | goodForSeconds is written in whole numbers
          goodForSeconds=-1                    | goodForSeconds is written in whole numbers
          goodForSeconds=99999999999999999999  | goodForSeconds is written in whole numbers
          untilMicros=tomorrow                 | untilMicros is written in whole numbers
          camera=%D                            | percent sign
          hours=1                              | DAYS/FROM/TO
          hours=0/480/960                      | DAYS/FROM/TO
          hours=8/480/960                      | DAYS/FROM/TO
          hours=1/960/480                      | DAYS/FROM/TO
          hours=1/480/9999999999               | DAYS/FROM/TO
          hours=/480/960                       | hours is written in whole numbers
          """)
  void read_anythingElse_isRefusedWithoutRepeatingIt(String query, String words) {
    assertThatThrownBy(() -> InviteQuery.read(query))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void read_moreThanAWeekOrAHouseHolds_isRefused() {
    assertThatThrownBy(() -> InviteQuery.read("hours=1/0/1&".repeat(15)))
        .hasMessageContaining("14 hours");
    assertThatThrownBy(() -> InviteQuery.read("camera=a&".repeat(65)))
        .hasMessageContaining("64 cameras");
  }
}
