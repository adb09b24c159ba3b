package io.mashrabiya.relay.route;

import static io.mashrabiya.relay.route.Now.NOW;
import static io.mashrabiya.relay.route.Now.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.keys.Ticket;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class TicketsTest {
  private static final LinkId ONE = new LinkId(1);
  private static final LinkId TWO = new LinkId(2);

  private final SecureRandom random = new SecureRandom();
  private final Tickets tickets = new Tickets(RouteLimits.DEFAULT, () -> Ticket.random(random));

  @Test
  void redeem_goodTicket_namesTheLinkThatGotIt() {
    var one = tickets.issue(ONE, NOW);
    var two = tickets.issue(TWO, NOW);
    assertThat(tickets.redeem(two, NOW)).contains(TWO);
    assertThat(tickets.redeem(one, NOW)).contains(ONE);
  }

  @Test
  void redeem_replayedTicket_isNothing() {
    var ticket = tickets.issue(ONE, NOW);
    tickets.redeem(ticket, NOW);
    assertThat(tickets.redeem(ticket, NOW)).isEmpty();
  }

  @Test
  void redeem_wrongTicket_isNothing() {
    tickets.issue(ONE, NOW);
    assertThat(tickets.redeem(Ticket.random(random), NOW)).isEmpty();
  }

  @Test
  void redeem_atTheEndOfItsLife_isGoodAndAfterItIsNot() {
    var first = tickets.issue(ONE, NOW);
    var second = tickets.issue(ONE, NOW);
    assertThat(tickets.redeem(first, after(30_000))).contains(ONE);
    assertThat(tickets.redeem(second, after(30_001))).isEmpty();
  }

  @Test
  void issue_oneTooMany_voidsTheOldestOfThatLinkOnly() {
    var other = tickets.issue(TWO, NOW);
    var oldest = tickets.issue(ONE, NOW);
    for (int i = 0; i < RouteLimits.DEFAULT.ticketsPerLink(); i++) {
      tickets.issue(ONE, NOW);
    }
    assertThat(tickets.redeem(oldest, NOW)).isEmpty();
    assertThat(tickets.redeem(other, NOW)).contains(TWO);
  }

  @Test
  void issue_afterSomeWereUsed_voidsNone() {
    int most = RouteLimits.DEFAULT.ticketsPerLink();
    var oldest = tickets.issue(ONE, NOW);
    for (int i = 0; i < 2 * most; i++) {
      assertThat(tickets.redeem(tickets.issue(ONE, NOW), NOW)).contains(ONE);
    }
    assertThat(tickets.redeem(oldest, NOW)).contains(ONE);
  }

  @Test
  void gone_link_voidsItsTickets() {
    var ticket = tickets.issue(ONE, NOW);
    var other = tickets.issue(TWO, NOW);
    tickets.gone(ONE);
    assertThat(tickets.redeem(ticket, NOW)).isEmpty();
    assertThat(tickets.redeem(other, NOW)).contains(TWO);
  }
}
