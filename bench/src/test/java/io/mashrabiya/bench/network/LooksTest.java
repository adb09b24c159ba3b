package io.mashrabiya.bench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LooksTest {
  static final Map<Long, Double> DRAWN = Map.of(1L, 1_000.0, 2L, 2_000.0, 3L, 3_000.0);

  static Look look(double millis, Object shown, String word, Number value) {
    return Look.of(Arrays.asList(millis, shown, word, value));
  }

  private static Looks looks(List<Look> looks, List<Looks.Came> pictures) {
    return new Looks(1_000, 9_000, looks, pictures, DRAWN);
  }

  @Test
  void aged_ofLooks_areTrueAgesByTheMark() {
    Looks looks =
        looks(
            List.of(
                look(1_500, 1, "live", null),
                look(1_600, "nothing", "none", null),
                look(1_700, "unreadable", "live", null),
                look(6_000, 2, "live", null)),
            List.of());
    assertThat(looks.aged())
        .containsExactly(
            new Aged(1_500, 0.5, new Label.Live()), new Aged(6_000, 4, new Label.Live()));
    assertThat(looks.withoutPicture()).isEqualTo(1);
    assertThat(looks.unreadable()).isEqualTo(1);
  }

  @Test
  void live_ofWhatIsOlderThanThreeSeconds_isWrong() {
    assertThat(new Aged(0, 3, new Label.Live()).isWronglyLive()).isFalse();
    assertThat(new Aged(0, 3.01, new Label.Live()).isWronglyLive()).isTrue();
    assertThat(new Aged(0, 3.01, new Label.Aged(1)).isWronglyLive()).isFalse();
  }

  @Test
  void labelErrors_areWhatIsToldLessWhatIsTrue() {
    Looks looks =
        looks(
            List.of(
                look(1_500, 1, "live", null), // tells no age
                look(3_500, 1, "aged", 4), // 2.5 is true
                look(6_500, 2, "aged", 4), // 4.5
                look(8_000, 2, "taken", 2_250), // 2,000
                look(8_100, "nothing", "none", null)),
            List.of());
    assertThat(looks.labelErrors()).containsExactly(1.5, -0.5, -0.25);
  }

  @Test
  void labelErrors_ofAPictureThatIsNewWithTheLook_areNoneUnlessItIsToldTooYoung() {
    Looks looks =
        looks(
            List.of(
                look(3_500, 1, "aged", 4),
                look(6_400, 2, "aged", 7), // as old as the one before
                look(6_500, 2, "aged", 5),
                look(7_000, 1, "aged", 5.5)),
            List.of());
    assertThat(looks.labelErrors()).containsExactly(0.5, -0.5);
  }

  @Test
  void pictures_thatComeAgainOrDuringFailures_areNotCountedTwiceOrAtAll() {
    Looks looks =
        looks(
            List.of(),
            List.of(
                new Looks.Came(2_000, 1),
                new Looks.Came(2_100, 2),
                new Looks.Came(2_200, 1),
                new Looks.Came(5_000, 3)));
    assertThat(looks.distinct()).isEqualTo(3);
    var failures = new Failures(List.of(new Failures.Span(4_000, 6_000)));
    assertThat(looks.picturesWhile(failures)).isEqualTo(2);
  }

  @Test
  void drawn_ofATime_areThoseThatTheCameraDrewInIt() {
    assertThat(new Looks(1_000, 3_000, List.of(), List.of(), DRAWN).drawn()).isEqualTo(2);
  }

  @Test
  void look_ofAnotherWord_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> look(0, 1, "fresh", null));
    assertThatIllegalArgumentException().isThrownBy(() -> look(0, "something", "live", null));
  }
}
