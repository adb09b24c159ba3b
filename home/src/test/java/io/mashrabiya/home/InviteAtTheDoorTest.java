package io.mashrabiya.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.open.Asked;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.home.door.DoorClient;
import io.mashrabiya.home.door.InviteReply;
import io.mashrabiya.home.door.InviteWish;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.right.Week;
import io.mashrabiya.words.Sentence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Invites by the socket in the data folder, of a home at a relay.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InviteAtTheDoorTest {
  @TempDir private Path folder;
  private TestHouse house;
  private DoorClient client;

  @BeforeEach
  void start() throws Exception {
    house = new TestHouse(folder.resolve("home"));
    client = new DoorClient(house.data());
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private Membership pair(InviteWish wish, String name) throws Exception {
    return switch (client.invite(wish)) {
      case InviteReply.Made made -> house.pair(PairingLink.parse(made.link()), name);
      case InviteReply.Refused(var words) -> throw new AssertionError(words.toString());
    };
  }

  private Answer.HouseholdAnswer household(Membership membership) throws Exception {
    try (var watcher = house.watcher(membership)) {
      return switch (watcher.device().household()) {
        case Asked.Answered<Answer.HouseholdAnswer>(var answer) -> answer;
        case Asked.Refused<Answer.HouseholdAnswer>(var reason) ->
            throw new AssertionError("refused: " + reason);
      };
    }
  }

  @Test
  void invite_ofAHouseholdWithoutDevices_pairsOneThatManages() throws Exception {
    Membership owner = pair(InviteWish.PLAIN, "Phone");
    assertThat(household(owner).devices())
        .singleElement()
        .satisfies(entry -> assertThat(entry.terms()).isEqualTo(Terms.FULL));
  }

  @Test
  void invite_withACamera_pairsOneThatLooksThereAndManagesNothing() throws Exception {
    pair(InviteWish.PLAIN, "Phone");
    house.home().change(List.of(house.camera("Door"), house.nowhere("Yard")));
    var wish =
        new InviteWish(
            Duration.ofMinutes(1), Optional.empty(), List.of("Door"), Optional.empty(), Week.EMPTY);
    Membership guest = pair(wish, "Guest");
    assertThat(household(guest).cameras())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.name()).isEqualTo("Door");
          assertThat(entry.rights()).containsExactly(Right.VIEW);
        });
  }

  @Test
  void invite_unknownCamera_isRefusedWithThoseThatThereAre() throws Exception {
    var wish =
        new InviteWish(
            Duration.ofMinutes(1),
            Optional.empty(),
            List.of("Attic"),
            Optional.empty(),
            Week.EMPTY);
    assertThat(client.invite(wish))
        .isEqualTo(
            new InviteReply.Refused(Sentence.quoted("There is no camera Attic. There are: Door.")));
  }
}
