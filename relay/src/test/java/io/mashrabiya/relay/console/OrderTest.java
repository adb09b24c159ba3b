package io.mashrabiya.relay.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.peer.TestHousehold;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {
  private static final String SOMEBODY = new TestHousehold().id().toString();

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
    assertThat(Order.read(method, path, household, hours)).isEmpty();
  }

  @Test
  void read_orders_areThose() {
    assertThat(Order.read("GET", "/status", null, null)).contains(new Order.Status());
    assertThat(Order.read("POST", "/invite", null, "24"))
        .contains(new Order.Invite(Duration.ofDays(1)));
    assertThat(Order.read("POST", "/dismiss", SOMEBODY, null))
        .get()
        .extracting(order -> ((Order.Decide) order).decision())
        .isEqualTo(Order.Decision.DISMISS);
  }
}
