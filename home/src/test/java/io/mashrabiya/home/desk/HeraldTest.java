package io.mashrabiya.home.desk;

import static io.mashrabiya.home.desk.TestDesk.nonce;
import static io.mashrabiya.home.desk.TestDesk.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.desk.TestDesk.Device;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.member.Edition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a relay is told that knows nothing.
class HeraldTest {
  @TempDir private Path temp;
  private TestDesk house;

  @BeforeEach
  void open() throws Exception {
    house = new TestDesk(temp.resolve("data"));
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  @Test
  void introduction_namesMembersBeforeTheirCards() throws Exception {
    Device phone = house.enrolled("Phone");
    Device tablet = house.enrolled("Tablet");
    List<HomeSays> told = house.desk().introduction();
    assertThat(told.getFirst()).isInstanceOf(HomeSays.Members.class);
    assertThat(house.members(told)).containsExactlyInAnyOrder(phone.id(), tablet.id());
    assertThat(only(HomeSays.Card.class, told))
        .extracting(card -> card.card().device())
        .containsExactlyInAnyOrder(phone.id(), tablet.id());
  }

  @Test
  void introduction_twice_handsOutTheSameCards() throws Exception {
    house.enrolled("Phone");
    var first = only(HomeSays.Card.class, house.desk().introduction());
    assertThat(only(HomeSays.Card.class, house.desk().introduction())).isEqualTo(first);
  }

  @Test
  void introduction_withInvites_saysHowLongEachIsGoodForYet() throws Exception {
    InviteId old = house.desk().invite(InviteTerms.ONE_DEVICE).id();
    house.pass(Duration.ofMinutes(6));
    InviteId fresh = house.desk().invite(InviteTerms.ONE_DEVICE).id();
    house.pass(Duration.ofMillis(239_500));
    assertThat(only(HomeSays.Invite.class, house.desk().introduction()))
        .containsExactly(new HomeSays.Invite(old, 1), new HomeSays.Invite(fresh, 360));
    house.pass(Duration.ofMillis(500));
    assertThat(only(HomeSays.Invite.class, house.desk().introduction()))
        .containsExactly(new HomeSays.Invite(fresh, 360));
  }

  @Test
  void introduction_ofAnOldCopy_isTheMemberListOnly() throws Exception {
    Device phone = house.enrolled("Phone");
    house.desk().invite(InviteTerms.ONE_DEVICE);
    house.asks(
        phone,
        new Request.Newer(new Stamp(nonce(), house.now(), Edition.NONE), house.listFromLater()));
    assertThat(house.desk().introduction()).singleElement().isInstanceOf(HomeSays.Members.class);
  }
}
