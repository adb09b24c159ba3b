package io.mashrabiya.relay.route;

import static io.mashrabiya.relay.route.Now.NOW;
import static io.mashrabiya.relay.route.Now.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewcomersTest {
  private static final LinkId HOME = new LinkId(1);
  private static final LinkId FIRST = new LinkId(2);
  private static final InviteId INVITE = new InviteId(1, 1);
  private static final Optional<HomeCertificate> LINKED =
      Optional.of(new TestHousehold().certificate(1));
  private static final int MOST = RouteLimits.DEFAULT.newcomersPerHousehold();

  private final Tally tally = new Tally();
  private final Newcomers newcomers = new Newcomers(() -> RouteLimits.DEFAULT, tally);

  @BeforeEach
  void invite() {
    newcomers.invited(new HomeSays.Invite(INVITE, 600), NOW);
  }

  private List<Deed> arrives(LinkId link) {
    return newcomers.arrives(link, INVITE, LINKED, NOW);
  }

  private static Deed end(LinkId link, ByeReason reason) {
    return new Deed.End(link, reason);
  }

  @Test
  void arrives_invited_isShownTheCertificate() {
    var welcome = new DeviceHears.InviteWelcome(LINKED.orElseThrow().statement());
    assertThat(arrives(FIRST)).containsExactly(new Deed.TellDevice(FIRST, welcome));
    assertThat(newcomers.isEmpty()).isFalse();
  }

  @Test
  void arrives_homeIsNotLinked_isEndedAndNotHeld() {
    assertThat(newcomers.arrives(FIRST, INVITE, Optional.empty(), NOW))
        .containsExactly(end(FIRST, ByeReason.HOME_UNKNOWN));
    assertThat(newcomers.isEmpty()).isTrue();
  }

  @Test
  void arrives_inviteThatIsWithdrawnOrOver_isEnded() {
    assertThat(newcomers.arrives(FIRST, INVITE, LINKED, after(600_000)))
        .containsExactly(end(FIRST, ByeReason.NO_SUCH_INVITE));
    newcomers.invited(new HomeSays.Invite(INVITE, 600), NOW);
    newcomers.uninvited(new HomeSays.Uninvite(INVITE));
    assertThat(arrives(FIRST)).containsExactly(end(FIRST, ByeReason.NO_SUCH_INVITE));
    assertThat(tally.of(Count.NEWCOMERS_REFUSED)).isEqualTo(2);
  }

  @Test
  void arrives_oneTooMany_isEndedUntilAnotherGoes() {
    for (int i = 0; i < MOST; i++) {
      arrives(new LinkId(10 + i));
    }
    assertThat(arrives(FIRST)).containsExactly(end(FIRST, ByeReason.TOO_MUCH));
    newcomers.gone(new LinkId(10));
    assertThat(arrives(FIRST)).first().isInstanceOf(Deed.TellDevice.class);
  }

  @Test
  void says_enrol_goesToTheHomeWithItsLink() throws Malformed {
    arrives(FIRST);
    assertThat(newcomers.says(FIRST, INVITE, new DeviceSays.Enrol(new byte[3]), Optional.of(HOME)))
        .singleElement()
        .isInstanceOfSatisfying(
            Deed.TellHome.class,
            told -> {
              assertThat(told.link()).isEqualTo(HOME);
              assertThat(((HomeHears.Enrol) told.message()).link()).isEqualTo(FIRST.number());
            });
  }

  @Test
  void says_anythingElse_isMalformed() {
    arrives(FIRST);
    assertThatThrownBy(
            () -> newcomers.says(FIRST, INVITE, new DeviceSays.WantTicket(), Optional.of(HOME)))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void answered_byTheNumberOfALink_tellsThatOneOnly() {
    arrives(FIRST);
    arrives(new LinkId(3));
    assertThat(newcomers.answered(new HomeSays.Enrolled(new byte[0], 3)))
        .extracting(deed -> ((Deed.TellDevice) deed).link())
        .containsExactly(new LinkId(3));
    assertThat(newcomers.answered(new HomeSays.Enrolled(new byte[0], 4))).isEmpty();
  }

  @Test
  void homeLeft_withNewcomers_endsThemAll() {
    arrives(FIRST);
    assertThat(newcomers.homeLeft()).containsExactly(end(FIRST, ByeReason.HOME_UNKNOWN));
    assertThat(newcomers.isEmpty()).isTrue();
  }

  @Test
  void tick_whoStaysTooLong_isEndedOnce() {
    arrives(FIRST);
    var over = NOW.plus(RouteLimits.DEFAULT.newcomerStay());
    assertThat(newcomers.tick(over.minusMillis(1))).isEmpty();
    assertThat(newcomers.tick(over)).containsExactly(end(FIRST, ByeReason.NO_SUCH_INVITE));
    assertThat(newcomers.tick(over)).isEmpty();
  }
}
