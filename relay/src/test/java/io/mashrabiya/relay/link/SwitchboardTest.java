package io.mashrabiya.relay.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.Accounts;
import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.admit.Gate;
import io.mashrabiya.relay.admit.HomeAdmission;
import io.mashrabiya.relay.admit.HouseholdQuota;
import io.mashrabiya.relay.admit.Neighbourhood;
import io.mashrabiya.relay.admit.Register;
import io.mashrabiya.relay.cache.CacheLimits;
import io.mashrabiya.relay.cache.NewestGroups;
import io.mashrabiya.relay.rollout.Ledger;
import io.mashrabiya.relay.rollout.Rollout;
import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.relay.route.RouteLimits;
import io.mashrabiya.relay.route.Routes;
import io.mashrabiya.relay.route.Subscribers;
import io.mashrabiya.relay.route.ViewerLimits;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.Origin;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SwitchboardTest {
  private static final KeepAlive PATIENCE =
      new KeepAlive(Duration.ofSeconds(15), Duration.ofSeconds(40), Duration.ofMinutes(10));

  private final Tally tally = new Tally();
  private final Switchboard board = board(tally, PATIENCE);
  private final HeldSocket socket = new HeldSocket();
  private final Line line =
      new Line(new LinkId(1), Endpoint.HOME, Neighbourhood.NOWHERE, socket.socket(), Duration.ZERO);

  static Switchboard board(Tally tally, KeepAlive patience) {
    var accounts = new Accounts(HouseholdQuota.DEFAULT);
    return new Switchboard(
        new Switchboard.Parts(
            new Routes(RouteLimits.DEFAULT, () -> new Ticket(new byte[Ticket.SIZE_BYTES]), tally),
            new Gate(
                new Origin("http://localhost:1"),
                new HomeAdmission(Admission.open(), Register.EMPTY)),
            new FramePath(
                new NewestGroups(CacheLimits.DEFAULT, tally),
                new Subscribers(),
                ViewerLimits.DEFAULT,
                accounts,
                new Rollout(Ledger.EMPTY),
                tally),
            accounts,
            patience,
            () -> Instant.EPOCH,
            register -> {},
            tally));
  }

  /// Every second the peer says something; the relay looks after its lines.
  private void speaks(int fromSecond, int toSecond) {
    for (int second = fromSecond; second <= toSecond; second++) {
      board.heard(line, Duration.ofSeconds(second));
      board.tick(Duration.ofSeconds(second));
    }
  }

  @Test
  void tick_peerThatSpeaksAndTakesNoPing_isCutAndCounted() {
    board.opened(line);
    speaks(1, 54);
    assertThat(socket.channel().isOpen()).isTrue();
    speaks(55, 55);
    assertThat(socket.channel().isOpen()).isFalse();
    assertThat(tally.of(Count.DEAF)).isEqualTo(1);
    assertThat(tally.of(Count.SILENT)).isZero();
  }

  @Test
  void tick_lineThatWasGivenUp_isCut() {
    board.opened(line);
    line.giveUp();
    assertThat(line.takesFrames()).isFalse();
    assertThat(socket.channel().isOpen()).isTrue();
    board.tick(Duration.ofSeconds(1));
    assertThat(socket.channel().isOpen()).isFalse();
  }
}
