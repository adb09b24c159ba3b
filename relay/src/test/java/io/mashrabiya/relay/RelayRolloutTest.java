package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.cache.CacheLimits;
import io.mashrabiya.relay.cache.NewestGroups;
import io.mashrabiya.relay.console.ConsoleClient;
import io.mashrabiya.relay.peer.DevicePeer;
import io.mashrabiya.relay.peer.Frames;
import io.mashrabiya.relay.peer.HomePeer;
import io.mashrabiya.relay.peer.Metrics;
import io.mashrabiya.relay.peer.Ordering;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.rollout.Rollout;
import io.mashrabiya.relay.rollout.Share;
import io.mashrabiya.relay.route.Subscribers;
import io.mashrabiya.relay.tally.Tally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How an operator lets a change reach some households before others, at a relay that runs.
class RelayRolloutTest {
  private static final String CHANGE = Change.POOR_LINE_STILLS.label();

  @TempDir private Path folder;
  private final AtomicReference<Rollout> rollout = new AtomicReference<>();
  private Relay relay;
  private Ordering operator;

  @BeforeEach
  void start() throws Exception {
    start(false);
  }

  private void start(boolean takesOver) throws Exception {
    relay =
        Relay.start(
            RelayOptions.loopback()
                .withAdmission(Admission.open())
                .withMetricsPort(0)
                .withOperator(new OperatorOptions(folder, "0.0.0-test", takesOver)),
            own -> {
              rollout.set(own);
              return new Relay.Keeping(
                  new NewestGroups(CacheLimits.DEFAULT, new Tally()), new Subscribers());
            });
    operator = Ordering.in(folder);
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private Share share() {
    return rollout.get().ledger().share(Change.POOR_LINE_STILLS);
  }

  @Test
  void rollout_ofANewFolder_isWithEverybodyAndHasNoSteps() throws Exception {
    var told = operator.rollout();
    assertThat(told.changes()).containsExactly(new Ordering.Told(CHANGE, 10_000, 0, 0));
    assertThat(told.steps()).isEmpty();
  }

  @Test
  void turn_forthAndBack_holdsAtOnceIsRecordedAndOutlivesARestart() throws Exception {
    operator.turn("back", CHANGE, "0", "لا تصل الصور إلى القرية: 50% & #1 + \"?\"");
    assertThat(share()).isEqualTo(Share.NONE);
    operator.turn("advance", CHANGE, "12.5", "first homes");
    assertThat(share()).isEqualTo(new Share(1_250));
    relay.close();
    start(false);
    assertThat(share()).isEqualTo(new Share(1_250));
    assertThat(operator.rollout().steps())
        .containsExactly(
            CHANGE + " 10000 0 لا تصل الصور إلى القرية: 50% & #1 + \"?\"",
            CHANGE + " 0 1250 first homes");
  }

  @Test
  void turn_theOtherWayThanItIsCalled_isDeclinedInWords() throws Exception {
    assertThatThrownBy(() -> operator.turn("advance", CHANGE, "50", "again"))
        .isInstanceOf(ConsoleClient.Declined.class)
        .hasMessageContainingAll("poor-line-stills is at 100% already", "rollout back");
    operator.turn("back", CHANGE, "5", "slowly");
    assertThatThrownBy(() -> operator.turn("back", CHANGE, "5", "again"))
        .isInstanceOf(ConsoleClient.Declined.class)
        .hasMessageContainingAll("poor-line-stills is at 5% already");
    assertThat(operator.rollout().steps()).hasSize(1);
  }

  @Test
  void turn_longestReasonInAnyScript_reachesTheRelay() throws Exception {
    String reason = "漢".repeat(200);
    operator.turn("back", CHANGE, "0", reason);
    assertThat(operator.rollout().steps()).containsExactly(CHANGE + " 10000 0 " + reason);
  }

  @Test
  void takeOver_byAnotherRelay_goesOnWhereTheOneBeforeWas() throws Exception {
    operator.turn("back", CHANGE, "25", "a quarter");
    Relay before = relay;
    start(true);
    assertThat(share()).isEqualTo(new Share(2_500));
    before.close();
  }

  @Test
  void start_withADamagedFile_isRefusedAndNotTakenForEverybody() throws Exception {
    operator.turn("back", CHANGE, "0", "because");
    relay.close();
    Path file = folder.resolve("rollout.json");
    Files.writeString(file, Files.readString(file).substring(1));
    assertThatThrownBy(() -> start(false)).hasMessageContaining("rollout.json is damaged");
    Files.delete(file);
    start(false);
    assertThat(share()).isEqualTo(Share.ALL);
  }

  @Test
  void households_thatTheRelayKnows_areCountedInTheTableAndInMetrics() throws Exception {
    List<TestHousehold> households = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      var household = new TestHousehold();
      households.add(household);
      operator.order("admit", household.id());
    }
    try (var home = HomePeer.link(relay.origin(), households.getFirst(), 1).welcomed()) {
      operator.turn("back", CHANGE, "50", "half");
      long in =
          households.stream()
              .filter(one -> Rollout.place(Change.POOR_LINE_STILLS, one.id()) < 5_000)
              .count();
      assertThat(operator.rollout().changes())
          .containsExactly(new Ordering.Told(CHANGE, 5_000, in, 8));
      var metrics = Metrics.of(relay);
      assertThat(metrics.number("rollout_households{change=\"" + CHANGE + "\"}")).isEqualTo(in);
      assertThat(metrics.decimal("rollout_share{change=\"" + CHANGE + "\"}")).isEqualTo(0.5);
      assertThat(home).isNotNull();
    }
  }

  /// A step is no reason to send anybody who is not behind anything else than before.
  @Test
  void turn_underAViewerThatIsNotBehind_leavesItsPicturesAlone() throws Exception {
    var ours = new TestHousehold();
    var phone = ours.device();
    var camera = Frames.of(1);
    try (var home = HomePeer.link(relay.origin(), ours, 1).welcomed()) {
      home.says(ours.says(ours.members(1, 1, phone)));
      home.sends(camera.key(0));
      Metrics.of(relay).await("frames_taken_total", 1);
      try (var device = DevicePeer.link(relay.origin(), phone).welcomed()) {
        device.watches(camera, 0);
        assertThat(device.sees().number()).isZero();
        operator.turn("back", CHANGE, "0", "because");
        home.sends(camera.delta(1, 0));
        assertThat(device.sees().number()).isEqualTo(1);
      }
    }
  }
}
