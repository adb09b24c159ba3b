package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.open.Clocks;
import io.mashrabiya.device.open.Device;
import io.mashrabiya.device.open.NewInvite;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.device.pair.Pairing;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.right.Terms;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `home invite`, beside a home that runs in another process and that nobody has paired with.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InviteCommandTest {
  private static final Duration GUARD = Duration.ofSeconds(60);
  private static final String LINK = "(https?://\\S+/#pair/1/\\S+)\\s";

  @TempDir private Path folder;

  private String[] line(String command, String... more) {
    List<String> line = new ArrayList<>(List.of(command.split(" ")));
    line.addAll(List.of("--data", folder.resolve("home").toString()));
    line.addAll(List.of(more));
    return line.toArray(String[]::new);
  }

  private Said invite(String... more) {
    return Said.by(line("home invite", more));
  }

  private Running serve(String... more) throws Exception {
    String clip = "Door=rtsp://127.0.0.1:1/none";
    List<String> line = new ArrayList<>(List.of(line("serve", "--no-open", "--port", "0", clip)));
    line.addAll(List.of(more));
    return Running.start(line.toArray(String[]::new));
  }

  /// The home's own link may not be up yet, and nobody is told when it is.
  private static Membership pair(PairingLink link) throws Exception {
    long endNanos = System.nanoTime() + GUARD.toNanos();
    while (System.nanoTime() < endNanos) {
      if (Pairing.pair(HttpClient.newHttpClient(), link, "Phone")
          instanceof Pairing.Outcome.Paired(Membership membership)) {
        return membership;
      }
    }
    throw new AssertionError("not paired");
  }

  private static boolean invitesAnother(Membership membership) throws Exception {
    try (Device device =
        Device.connect(HttpClient.newHttpClient(), membership, Clocks.ofSystem(), _ -> {})) {
      return device.management().invite(Terms.FULL, GUARD, Optional.empty())
          instanceof NewInvite.Made;
    }
  }

  private static void leave(Membership membership) throws Exception {
    try (Device device =
        Device.connect(HttpClient.newHttpClient(), membership, Clocks.ofSystem(), _ -> {})) {
      device.remove(membership.device());
    } catch (LinkFailed e) {
      // the relay may show it out before the home's answer is there
    }
  }

  @Test
  @Tag("slow")
  void invite_ofAHouseholdWithoutDevices_pairsAManagerEachTime() throws Exception {
    try (Running serve = serve()) {
      serve.await("Enter prints");
      Said said = invite();
      assertThat(said.err()).isEmpty();
      assertThat(said.code()).isEqualTo(Exit.DONE.code());
      assertThat(said.out())
          .contains("It may see, hear and speak at every camera.", "It manages the household")
          .doesNotContain("\u001b");
      String url =
          said.out()
              .lines()
              .map(String::strip)
              .filter(one -> one.contains("#pair/"))
              .findFirst()
              .orElseThrow();
      Membership first = pair(PairingLink.parse(url));
      assertThat(invitesAnother(first)).isTrue();

      leave(first);
      Said again = invite("--link-only");
      Membership second = pair(PairingLink.parse(again.out().strip()));
      assertThat(second.memberList().members()).containsOnlyKeys(second.device());
      assertThat(invitesAnother(second)).isTrue();
      assertThat(serve.all()).doesNotContain(url, again.out().strip());
    }
  }

  @Test
  @Tag("slow")
  void invite_ofAGuest_isALinkOrARefusalInWords() throws Exception {
    try (Running serve = serve()) {
      serve.await("Enter prints");
      Said guest = invite("--camera", "Door", "--until", "3d", "--link-only");
      assertThat(guest.out().strip()).matches("http://localhost:\\d+/#pair/1/\\S+");
      Said lost = invite("--camera", "Attic");
      assertThat(lost.code()).isEqualTo(Exit.FAILED.code());
      assertThat(lost.err()).contains("There is no camera Attic. There are: Door.");
      assertThat(serve.all()).doesNotContain(guest.out().strip());
    }
  }

  @Test
  @Tag("slow")
  void invite_atATerminal_drawsItsLink() throws Exception {
    try (Running serve = serve("--origin", "https://cameras.example")) {
      serve.await("Enter prints");
      assertThat(serve.all()).doesNotContain("\u001b");
      try (Running invite = Running.startAtTerminal(line("home invite"))) {
        assertThat(invite.exitCode()).as(invite.all()).isEqualTo(Exit.DONE.code());
        assertThat(invite.await(LINK)).startsWith("https://cameras.example/");
        invite.await("\u001b\\[38;5;16;48;5;231m +\u2588");
      }
    }
  }

  @Test
  void invite_withoutAHome_saysHowToStartOne() {
    Said said = invite();
    assertThat(said.code()).isEqualTo(Exit.NETWORK.code());
    assertThat(said.err()).contains("Start it with `mashrabiya home`", "by --data");
    assertThat(said.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          home invite --rights own         | --rights is one or more of view,listen,talk,manage
          home invite --until yesterday    | --until is a day
          home invite --hours mon          | --hours is days and hours
          home invite --good-for ever      | --good-for is a number and m, h or d
          home invite Door                 | Nothing can stand at place 3
          home --data elsewhere invite     | Write `home invite` first
          home --relay https://a invite    | Write `home invite` first
          home Door=rtsp://a/b invite      | Write `home invite` first
          """)
  void invite_notUnderstood_isToldWithWhatToDo(String line, String remedy) {
    Said said = Said.by(line.split(" "));
    assertThat(said.code()).as(said.err()).isEqualTo(Exit.USAGE.code());
    assertThat(said.err()).contains(remedy);
  }
}
