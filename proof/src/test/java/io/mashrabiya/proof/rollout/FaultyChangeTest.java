package io.mashrabiya.proof.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.TimeoutError;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.Mashrabiya;
import io.mashrabiya.app.language.Language;
import io.mashrabiya.proof.apart.CarelessViewer;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.proof.middle.Mischief;
import io.mashrabiya.relay.OperatorOptions;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.rollout.Rollout;
import io.mashrabiya.relay.rollout.Share;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import io.mashrabiya.wire.ids.HouseholdId;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A change whose cache is keyed wrongly reaches two of three households by the operator's own
/// command, and is turned back by it: RTSP cameras, real homes, a real relay, and one browser with
/// the keys of all three, whose pixels are read back. Their cameras have the same ids.
@ChromiumTest
class FaultyChangeTest {
  private static final String CHANGE = Change.POOR_LINE_STILLS.label();

  /// So many pictures must have been handed to the wrong household before their absence from the
  /// screen means something.
  private static final int MANY = 100;

  /// For so many pictures nothing may be refused, as long as it takes for a device to ask its home
  /// about what it holds back.
  private static final int QUIET = 150;

  @TempDir private Path folder;
  private final AtomicReference<WrongKeys> faulty = new AtomicReference<>();
  private final Set<Integer> seen = new HashSet<>();

  @Test
  void pictures_whileAChangeKeysItsCacheWrongly_areRefusedAndCountedAndAreBackWhenItIsTurnedBack(
      Chromium chromium) throws Exception {
    try (Houses houses = houses(Mischief.NONE);
        Tab browser = chromium.newTab()) {
      List<Screen> screens = screens(houses, browser);
      waitForOwn(houses, screens, Instant.MIN, 0, 1, 2);

      List<Integer> inOrder = inOrder(houses);
      int first = inOrder.get(0);
      int second = inOrder.get(1);
      int out = inOrder.get(2);
      operator("advance", CHANGE, share(houses, second).percent(), "two of three homes");
      assertThat(place(houses, out)).isGreaterThan(place(houses, second));
      screens
          .getFirst()
          .waitFor(() ->
              handedOut(houses, first, second) > MANY
                  && reports(houses, first, second) > 0
                  && refusals(screens, first, second) > 0);
      waitForOwn(houses, screens, Instant.now(), out);
      assertThat(handedOut(houses, out)).isZero();

      operator("back", CHANGE, "0", "somebody's pictures are refused");
      Instant turnedBack = Instant.now();
      long handedOut = handedOut(houses, first, second, out);
      waitForOwn(houses, screens, turnedBack, first, second, out);
      assertThat(handedOut(houses, first, second, out)).isEqualTo(handedOut);
      waitUntilNothingIsRefused(houses, screens);
      for (int house = 0; house < screens.size(); house++) {
        assertThat(screens.get(house).cameras()).isEqualTo(houses.marks(house));
      }
    }
  }

  /// The same with a viewer that does not ask whose a picture is. If this one saw nothing foreign,
  /// the other would prove nothing.
  @Test
  void pictures_whileAChangeKeysItsCacheWrongly_areForeignWhereNothingIsChecked(Chromium chromium)
      throws Exception {
    try (Houses houses = houses(new CarelessViewer(Mischief.NONE));
        Tab browser = chromium.newTab()) {
      List<Screen> screens = screens(houses, browser);
      waitForOwn(houses, screens, Instant.MIN, 0, 1, 2);
      operator("advance", CHANGE, "100", "everybody");
      screens
          .getFirst()
          .waitFor(() ->
              IntStream.range(0, screens.size())
                  .anyMatch(
                      house -> !houses.marks(house).containsAll(screens.get(house).cameras())));
    }
  }

  private Houses houses(Mischief mischief) throws Exception {
    return Houses.ofSameIdsBehind(mischief, this::relay, folder.resolve("houses"), 3);
  }

  private Relay relay(RelayOptions options) throws IOException {
    var operator = new OperatorOptions(folder.resolve("relay"), "proof", false);
    Relay relay =
        Relay.start(
            options.withOperator(operator),
            rollout -> {
              faulty.set(WrongKeys.by(rollout));
              return faulty.get().keeping();
            });
    operator("back", CHANGE, "0", "nobody yet");
    return relay;
  }

  /// As an operator types it.
  private void operator(String way, String change, String percent, String reason) {
    var said = new StringWriter();
    int code =
        Mashrabiya.execute(
            said,
            said,
            Language.EN,
            "rollout",
            way,
            change,
            percent,
            "--reason",
            reason,
            "--data",
            folder.resolve("relay").toString());
    assertThat(code).as(said.toString()).isEqualTo(Exit.DONE.code());
  }

  private static List<Screen> screens(Houses houses, Tab browser) throws Exception {
    for (int house = 0; house < 3; house++) {
      houses.waitForLink(house);
    }
    return List.of(
        Screen.of(browser).open(houses.link(0)),
        Screen.besides(browser).open(houses.link(1)),
        Screen.besides(browser).open(houses.link(2)));
  }

  /// The houses in the order in which the change reaches them.
  private static List<Integer> inOrder(Houses houses) {
    return Stream.of(0, 1, 2).sorted(Comparator.comparing(house -> place(houses, house))).toList();
  }

  private static int place(Houses houses, int house) {
    return Rollout.place(Change.POOR_LINE_STILLS, household(houses, house));
  }

  /// The least share by which the change reaches this house.
  private static Share share(Houses houses, int house) {
    return new Share(place(houses, house) + 1);
  }

  private static HouseholdId household(Houses houses, int house) {
    return houses.home(house).household();
  }

  private long handedOut(Houses houses, int... some) {
    return IntStream.of(some)
        .mapToLong(house -> faulty.get().handedOut(household(houses, house)))
        .sum();
  }

  private static long reports(Houses houses, int... some) {
    return IntStream.of(some).mapToLong(house -> houses.home(house).reports()).sum();
  }

  private static long refusals(List<Screen> screens, int... some) {
    return IntStream.of(some).mapToLong(house -> screens.get(house).refusals()).sum();
  }

  /// Looks until each of these screens shows a live picture of its own that was drawn later.
  private void waitForOwn(Houses houses, List<Screen> screens, Instant drawnAfter, int... some) {
    seen.clear();
    screens
        .getFirst()
        .waitFor(() -> {
          IntStream.of(some)
              .filter(house -> showsOwn(houses, screens.get(house), house, drawnAfter))
              .forEach(seen::add);
          return seen.size() == some.length;
        });
  }

  private static boolean showsOwn(Houses houses, Screen screen, int house, Instant drawnAfter) {
    return screen.state().equals("live")
        && screen
            .mark()
            .filter(mark -> houses.marks(house).contains(mark.camera()))
            .filter(mark -> houses.drawnAt(mark).isAfter(drawnAfter))
            .isPresent();
  }

  /// What had come before is judged when a home is heard; after that nothing is.
  private static void waitUntilNothingIsRefused(Houses houses, List<Screen> screens) {
    var quiet =
        new Object() {
          private long refusals = -1;
          private long since;
        };
    var story = new ArrayList<String>();
    try {
      screens
          .getFirst()
          .waitFor(() -> {
            long now = refusals(screens, 0, 1, 2) + reports(houses, 0, 1, 2);
            long drawn = drawn(houses);
            if (now != quiet.refusals) {
              quiet.refusals = now;
              quiet.since = drawn;
              story.add(now + " at picture " + drawn);
            }
            return drawn - quiet.since >= QUIET;
          });
    } catch (TimeoutError e) {
      throw new AssertionError(story + ", and now picture " + drawn(houses), e);
    }
  }

  /// The number of the newest picture of any camera.
  private static long drawn(Houses houses) {
    return IntStream.range(0, 3)
        .mapToLong(house -> houses.drawn(houses.marks(house).iterator().next()))
        .max()
        .orElseThrow();
  }
}
