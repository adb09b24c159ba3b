package io.mashrabiya.relay.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.relay.rollout.Share;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.ToldException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What is said at the operator's socket, on either side.
class ConsoleFuzzTest {
  private static final List<String> PARAMETERS =
      List.of("household", "hours", "change", "percent", "reason");

  /// The lines are the method, the path, and the parameters as far as there are lines.
  @FuzzTest
  void order(byte[] input) {
    String[] lines = new String(input, StandardCharsets.ISO_8859_1).split("\n", -1);
    if (lines.length < 2) {
      return;
    }
    Optional<Order> order =
        Order.read(
            lines[0],
            lines[1],
            name -> {
              int at = PARAMETERS.indexOf(name) + 2;
              return at >= 2 && at < lines.length ? lines[at] : null;
            });
    if (order.isPresent() && order.get() instanceof Order.Turn turn) {
      assertThat(Share.parse(turn.share().percent())).contains(turn.share());
      assertThat(turn.reason().text()).doesNotContain("\u001b", "\n");
    }
    if (order.isPresent() && order.get() instanceof Order.Invite(var good)) {
      assertThat(good.toHours()).isBetween(1L, Order.MOST_HOURS);
    }
  }

  @FuzzTest
  void answer(byte[] input) throws IOException {
    try {
      assertThat(ConsoleClient.read(input).length).isLessThan(input.length);
    } catch (ToldException expected) {
      assertThat(expected.getMessage()).isNotNull();
    }
  }

  @FuzzTest
  void refusal(byte[] input) {
    try {
      Refusal read = Refusal.read(input);
      assertThat(Refusal.read(read.bytes()).words()).isEqualTo(read.words());
    } catch (Malformed expected) {
      assertThat(expected.production()).isNotEmpty();
    }
  }
}
