package io.mashrabiya.relay.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.wire.codec.Malformed;
import org.junit.jupiter.api.Test;

class RosterTest {
  private final TestHousehold ours = new TestHousehold();
  private final TestHousehold theirs = new TestHousehold();
  private final Roster roster = new Roster(ours.id());
  private final io.mashrabiya.relay.peer.TestDevice phone = ours.device();

  private boolean takeList(long serial, long number) throws Malformed {
    return roster.take(ours.members(serial, number, phone).statement(), ours.certificate(serial));
  }

  @Test
  void take_newerList_replaces() throws Malformed {
    assertThat(takeList(1, 1)).isTrue();
    assertThat(takeList(1, 2)).isTrue();
    assertThat(takeList(2, 1)).isTrue();
    assertThat(roster.members()).isPresent();
  }

  @Test
  void take_olderOrSameList_isAListDowngradeAndRefused() throws Malformed {
    takeList(2, 5);
    assertThat(takeList(2, 4)).isFalse();
    assertThat(takeList(2, 5)).isFalse();
    assertThat(takeList(1, 9)).isFalse();
    assertThat(roster.members().orElseThrow().version().number()).isEqualTo(5);
  }

  @Test
  void take_listOfAnotherHome_isRefused() throws Malformed {
    var foreign = theirs.members(1, 1, theirs.device()).statement();
    assertThat(roster.take(foreign, ours.certificate(1))).isFalse();
  }

  @Test
  void take_listOfAnotherSerialThanTheCertificate_isRefused() throws Malformed {
    assertThat(roster.take(ours.members(2, 1, phone).statement(), ours.certificate(1))).isFalse();
  }

  @Test
  void take_cardOfAMember_isKept() throws Malformed {
    takeList(1, 1);
    var card = ours.card(phone, 1, 1);
    assertThat(roster.take(card, ours.certificate(1))).isTrue();
    assertThat(roster.card(phone.id())).contains(card);
  }

  @Test
  void take_olderCard_isRefused() throws Malformed {
    takeList(1, 1);
    roster.take(ours.card(phone, 1, 5), ours.certificate(1));
    assertThat(roster.take(ours.card(phone, 1, 5), ours.certificate(1))).isFalse();
    assertThat(roster.take(ours.card(phone, 1, 4), ours.certificate(1))).isFalse();
  }

  @Test
  void take_cardOfNoMember_isRefused() throws Malformed {
    takeList(1, 1);
    assertThat(roster.take(ours.card(ours.device(), 1, 1), ours.certificate(1))).isFalse();
  }

  @Test
  void take_cardOfAnotherHousehold_isRefused() throws Malformed {
    takeList(1, 1);
    assertThat(roster.take(theirs.card(phone, 1, 1), ours.certificate(1))).isFalse();
  }

  @Test
  void take_listThatStrikes_dropsTheCardToo() throws Malformed {
    takeList(1, 1);
    roster.take(ours.card(phone, 1, 1), ours.certificate(1));
    roster.take(ours.members(1, 2).statement(), ours.certificate(1));
    assertThat(roster.card(phone.id())).isEmpty();
  }
}
