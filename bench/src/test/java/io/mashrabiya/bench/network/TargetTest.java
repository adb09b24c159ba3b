package io.mashrabiya.bench.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.network.shape.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(fibre|dsl|lte|train|village|december26)` \\|.*", Pattern.MULTILINE);

  @Test
  void page_ofTheBenches_saysWhatIsToBeReached() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "ref", "bench.md"));
    assertThat(ROW.matcher(page).results().map(MatchResult::group))
        .containsExactlyElementsOf(Stream.of(Profile.values()).map(TargetTest::row).toList());
  }

  private static String row(Profile profile) {
    Target target = Target.of(profile);
    String rate =
        target.picturesPerSecond().isPresent()
            ? plain(target.picturesPerSecond().getAsDouble())
            : "the camera's";
    return "| `%s` | %d ms | %s s | %s s | %s | %d ms |"
        .formatted(
            profile,
            target.firstPicture().toMillis(),
            plain(target.ageP50().toMillis() / 1e3),
            plain(target.ageP95().toMillis() / 1e3),
            rate,
            target.labelTooOld().toMillis());
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.valueOf((long) number)
        : String.format(Locale.ROOT, "%.1f", number);
  }

  @ParameterizedTest
  @CsvSource({
    "FIBRE, 161",
    "DSL, 182",
    "LTE, 240",
    "TRAIN, 290",
    "VILLAGE, 410",
    "DECEMBER26, 1500"
  })
  void firstPicture_isSoonAndOneRoundTrip(Profile profile, long millis) {
    assertThat(Target.of(profile).firstPicture()).hasMillis(millis);
  }

  @Test
  void label_mayOverstateByHalfASecondAndHalfARoundTrip() {
    assertThat(Target.of(Profile.VILLAGE).labelTooOld())
        .isEqualTo(Duration.ofMillis(500).plusMillis(130));
  }

  @Test
  void pictureRate_ofALineThatCarriesAll_isTheCamerasButForATwentieth() {
    assertThat(Target.of(Profile.FIBRE).pictureRate(20)).isEqualTo(19);
    assertThat(Target.of(Profile.TRAIN).pictureRate(20)).isEqualTo(3);
  }
}
