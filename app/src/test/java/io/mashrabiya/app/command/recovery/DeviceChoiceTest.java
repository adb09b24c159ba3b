package io.mashrabiya.app.command.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.terminal.Voice;
import io.mashrabiya.home.authority.Editions;
import io.mashrabiya.home.authority.Member;
import io.mashrabiya.home.authority.Roster;
import io.mashrabiya.home.store.Founding;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.home.store.Recovery;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.KitFile;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.privacy.HousePrivacy;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.statement.Version;
import io.mashrabiya.words.Tongue;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which devices stay, by what a person types: two phones of one name, and a tablet of which it is
/// known that it was removed.
class DeviceChoiceTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();
  private final SortedMap<DeviceId, Member> members = new TreeMap<>();
  private Recovery recovery;
  private DeviceChoice choice;

  @BeforeEach
  void open() throws Exception {
    Path kit = folder.resolve("kit.html");
    Path data = folder.resolve("data");
    var founding = new Founding("Us", Optional.of(kit));
    try (HomeFolder home =
        ((HomeFolder.Opening.Opened) HomeFolder.open(data, founding, InstantSource.fixed(NOW)))
            .folder()) {
      for (String name : List.of("Phone", "Phone", "Lost tablet")) {
        Member member = member(home.household(), name);
        members.put(member.device(), member);
      }
      var shown = new TreeMap<>(roster(9, false).keys());
      shown.remove(tablet());
      var version = new Version(home.keys().certificate().serial(), 9);
      var list =
          MemberList.issue(
              home.household(), new Edition(version, NOW), shown, home.keys().home().sign());
      home.update(state ->
          state
              .with(roster(3, true), HousePrivacy.NONE)
              .withShown(list, home.keys().certificate()));
    }
    RootKey root = ((KitFile.Reading.Held) new KitFile(kit).read()).root();
    recovery =
        ((Recovery.Beginning.Ready) Recovery.begin(data, root, Optional.empty(), "x")).recovery();
    choice = new DeviceChoice(recovery, new Voice(said, Tongue.ENGLISH));
  }

  @AfterEach
  void close() throws Exception {
    recovery.close();
  }

  private Roster roster(long version, boolean behind) {
    Editions editions = new Editions(new TreeMap<>(Map.of(version, NOW)));
    return new Roster(editions, members, new TreeMap<>(), behind);
  }

  private static Member member(HouseholdId household, String name) {
    DeviceKeys keys = DeviceKeys.generate();
    return new Member(
        keys.idIn(household),
        keys.sign().publicKey(),
        keys.kem().publicKey(),
        name,
        NOW,
        NOW,
        Terms.FULL);
  }

  private DeviceId tablet() {
    return members.values().stream()
        .filter(member -> member.name().equals("Lost tablet"))
        .findFirst()
        .orElseThrow()
        .device();
  }

  private List<DeviceId> phones() {
    return members.keySet().stream().filter(device -> !device.equals(tablet())).toList();
  }

  private static InputStream typed(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Test
  void show_tellsNamesDaysIds_andWhoWasRemovedSince() {
    choice.show(Optional.empty());
    assertThat(said.toString())
        .contains("Lost tablet, there since 2026-11-27", "last seen 2026-11-27", "REMOVED")
        .contains(tablet().toString());
    assertThat(said.toString().lines().filter(line -> line.contains("REMOVED"))).hasSize(1);
  }

  @Test
  void ask_all_leavesOutWhoIsKnownToBeRemoved() throws Exception {
    assertThat(choice.ask(typed("all\n"))).containsExactlyInAnyOrderElementsOf(phones());
    assertThat(choice.named(List.of("all"))).containsExactlyInAnyOrderElementsOf(phones());
  }

  @Test
  void ask_none_isNobody_andNumbersAreThose() throws Exception {
    assertThat(choice.ask(typed("\n None \n"))).isEmpty();
    assertThat(choice.named(List.of("none"))).isEmpty();
    List<DeviceId> inOrder = recovery.devices().stream().map(Member::device).toList();
    assertThat(choice.ask(typed("3, 1\n")))
        .containsExactlyInAnyOrder(inOrder.get(0), inOrder.get(2));
  }

  /// What is typed after the answer is somebody else's.
  @Test
  void ask_takesOneLine() throws Exception {
    InputStream in = typed("none\nmore");
    choice.ask(in);
    assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4\n", "0\n", "1 -1\n", "Phone\n", "99999999999\n", "", "\n\n"})
  void ask_anythingElse_changesNothing(String answer) {
    assertThatThrownBy(() -> choice.ask(typed(answer)))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("Nothing was changed");
  }

  @Test
  void named_byNameOrTheBeginningOfTheId_isThat() throws Exception {
    String id = phones().getFirst().toString();
    assertThat(choice.named(List.of("Lost tablet", id.substring(0, 10))))
        .containsExactlyInAnyOrder(tablet(), phones().getFirst());
  }

  @Test
  void named_severalOrNone_changesNothing() {
    assertThatThrownBy(() -> choice.named(List.of("Phone")))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("Name one by its id");
    assertThatThrownBy(() -> choice.named(List.of("Sofa")))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("no device above is called Sofa");
    assertThatThrownBy(() -> choice.named(List.of(tablet().toString().substring(0, 3))))
        .isInstanceOf(Complaint.class);
  }
}
