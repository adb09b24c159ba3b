package io.mashrabiya.network.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.network.shape.Fate.Arrives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTest {
  private static final Pattern ROW = Pattern.compile("^\\| `[a-z0-9]+` \\|.*", Pattern.MULTILINE);
  private static final long MILLI = 1_000_000;

  @Test
  void page_ofTheProfiles_saysWhatTheyAre() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "ref", "network.md"));
    assertThat(ROW.matcher(page).results().map(row -> row.group()))
        .containsExactlyElementsOf(Stream.of(Profile.values()).map(ProfileTest::row).toList());
  }

  private static String row(Profile profile) {
    Way there = profile.line().toRelay();
    Way back = profile.line().fromRelay();
    return "| `%s` | %s | %s / %s | %d ms + 0-%d | %s | %s | %d / %d KiB | %s |"
        .formatted(
            profile,
            profile.end() == Profile.End.HOME ? "home" : "viewer",
            rate(back),
            rate(there),
            there.delay().toMillis(),
            there.jitter().toMillis(),
            percent(there.loss()),
            percent(there.reordering()),
            back.queueBytes() / 1024,
            there.queueBytes() / 1024,
            profile.line().outages().map(ProfileTest::outages).orElse("-"));
  }

  private static String rate(Way way) {
    long kilobits = way.bitsPerSecond() / 1_000;
    return kilobits < 1_000 ? kilobits + " kbit/s" : kilobits / 1_000 + " Mbit/s";
  }

  private static String percent(double share) {
    return share == 0 ? "-" : String.format(Locale.ROOT, "%s%%", Math.round(share * 1_000) / 10.0);
  }

  private static String outages(Outages of) {
    return of.down().shortest().toSeconds()
        + "-"
        + of.down().longest().toSeconds()
        + " s, every "
        + of.up().shortest().toSeconds()
        + "-"
        + of.up().longest().toSeconds()
        + " s";
  }

  /// The table of the page names these once for both.
  @ParameterizedTest
  @EnumSource
  void ways_ofOneProfile_areAlikeButForRateAndQueue(Profile profile) {
    Way there = profile.line().toRelay();
    Way back = profile.line().fromRelay();
    assertThat(new Way(1, back.delay(), back.jitter(), back.loss(), back.reordering(), 0))
        .isEqualTo(new Way(1, there.delay(), there.jitter(), there.loss(), there.reordering(), 0));
  }

  @Test
  void roundTrip_ofALine_isBothDelaysAtTheMeanOfTheirJitter() {
    assertThat(Profile.VILLAGE.line().roundTrip()).hasMillis(260);
    assertThat(Profile.DSL.line().roundTrip()).hasMillis(32);
  }

  /// Each way, asked with packets that take hardly any time, stands still in the same stretches.
  @Test
  void train_itsOutages_areThoseOfBothDirections() {
    Shaping there = Profile.TRAIN.line().shapeToRelay(3);
    Shaping back = Profile.TRAIN.line().shapeFromRelay(3);
    int stood = 0;
    for (int i = 0; i < 3_000; i++) {
      long now = i * 100 * MILLI;
      boolean one = stands(there.send(1, now), now);
      boolean other = stands(back.send(1, now), now);
      // a lost one tells nothing
      stood += one && other ? 1 : 0;
      assertThat(one && answered(back.send(1, now), now)).as("at %d ms", now / MILLI).isFalse();
    }
    assertThat(stood).isGreaterThan(20);
  }

  private static boolean stands(Fate fate, long now) {
    return fate instanceof Arrives(long at) && at > now + 500 * MILLI;
  }

  private static boolean answered(Fate fate, long now) {
    return fate instanceof Arrives(long at) && at < now + 60 * MILLI;
  }
}
