package io.mashrabiya.relay.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.rollout.Reason;
import io.mashrabiya.relay.rollout.Share;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {
  private static final String SOMEBODY = new TestHousehold().id().toString();

  private static Optional<Order> read(
      String method, String path, @Nullable String household, @Nullable String hours) {
    return Order.read(
        method,
        path,
        name ->
            switch (name) {
              case "household" -> household;
              case "hours" -> hours;
              default -> null;
            });
  }

  private static Optional<Order> turn(
      String path, @Nullable String change, @Nullable String percent, @Nullable String reason) {
    return Order.read(
        "POST",
        path,
        name ->
            switch (name) {
              case "change" -> change;
              case "percent" -> percent;
              case "reason" -> reason;
              default -> null;
            });
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /status, , ",
    "GET, /suspend, , ",
    "POST, /suspend, , ",
    "POST, /suspend, not-an-id, ",
    "POST, /invite, , ",
    "POST, /invite, , 0",
    "POST, /invite, , -1",
    "POST, /invite, , 24h",
    "POST, /invite, , 9999",
    "POST, /invite, , 99999999999999999999",
    "GET, /, , ",
    "GET, /status/, , ",
  })
  void read_noOrder_isNone(String method, String path, String household, String hours) {
    assertThat(read(method, path, household, hours)).isEmpty();
  }

  @Test
  void read_orders_areThose() {
    assertThat(read("GET", "/status", null, null)).contains(new Order.Status());
    assertThat(read("POST", "/invite", null, "24")).contains(new Order.Invite(Duration.ofDays(1)));
    assertThat(read("POST", "/dismiss", SOMEBODY, null))
        .get()
        .extracting(order -> ((Order.Decide) order).decision())
        .isEqualTo(Order.Decision.DISMISS);
  }

  @ParameterizedTest
  @CsvSource({
    "/rollout/advance, no-such-change, 5, because",
    "/rollout/advance, , 5, because",
    "/rollout/advance, poor-line-stills, , because",
    "/rollout/advance, poor-line-stills, 101, because",
    "/rollout/advance, poor-line-stills, -5, because",
    "/rollout/advance, poor-line-stills, 0.001, because",
    "/rollout/advance, poor-line-stills, 1e1, because",
    "/rollout/advance, poor-line-stills, ٥, because",
    "/rollout/advance, poor-line-stills, 5, ",
    "/rollout/advance, poor-line-stills, 5, ' '",
    "/rollout/back, poor-line-stills, 5, 'two\u2028lines'",
    "/rollout, poor-line-stills, 5, because",
  })
  void read_noStepOfAChange_isNone(String path, String change, String percent, String reason) {
    assertThat(turn(path, change, percent, reason)).isEmpty();
  }

  @Test
  void read_stepsOfAChange_areThose() {
    assertThat(turn("/rollout/advance", "poor-line-stills", "0.25", "first homes"))
        .contains(
            new Order.Turn(
                Order.Way.ADVANCE,
                Change.POOR_LINE_STILLS,
                new Share(25),
                new Reason("first homes")));
    assertThat(turn("/rollout/back", "poor-line-stills", "0", "لا تصل الصور"))
        .get()
        .extracting(order -> ((Order.Turn) order).way())
        .isEqualTo(Order.Way.BACK);
    assertThat(Order.read("GET", "/rollout", name -> null)).contains(new Order.Rollout());
  }
}
