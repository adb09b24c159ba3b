package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.console.ConsoleClient;
import io.mashrabiya.relay.folder.FolderInUse;
import io.mashrabiya.relay.folder.RelayFolder;
import io.mashrabiya.relay.peer.DevicePeer;
import io.mashrabiya.relay.peer.Frames;
import io.mashrabiya.relay.peer.HomePeer;
import io.mashrabiya.relay.peer.Ordering;
import io.mashrabiya.relay.peer.Socket;
import io.mashrabiya.relay.peer.TestDevice;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator asks and tells a relay that runs, over its socket, and what homes and devices
/// feel of it.
class RelayOperatorTest {
  @TempDir private Path folder;
  private final TestHousehold ours = new TestHousehold();
  private final TestDevice phone = ours.device();
  private Relay relay;
  private Ordering operator;

  @BeforeEach
  void start() throws Exception {
    start(Admission.invite(Set.of(ours.id())));
  }

  private void start(Admission admission) throws Exception {
    relay = Relay.start(options(admission));
    operator = Ordering.in(folder);
  }

  private RelayOptions options(Admission admission) {
    return RelayOptions.loopback()
        .withAdmission(admission)
        .withOperator(new OperatorOptions(folder, "0.0.0-test", false));
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private HomePeer home() throws Exception {
    var home = HomePeer.link(relay.origin(), ours, 1).welcomed();
    home.says(ours.says(ours.members(1, 1, phone)));
    settle(home);
    return home;
  }

  private static void settle(HomePeer home) throws Exception {
    home.says(new HomeSays.WantTicket());
    assertThat(home.hears()).isInstanceOf(HomeHears.NewTicket.class);
  }

  private HomeHears refusal(TestHousehold household) throws Exception {
    try (var refused = HomePeer.link(relay.origin(), household, 1)) {
      return refused.hears();
    }
  }

  @Test
  void status_ofARelayThatRuns_showsWhatRunsAndNoName() throws Exception {
    try (var home = home();
        var device = DevicePeer.link(relay.origin(), phone).welcomed()) {
      var camera = Frames.of(1);
      home.sends(camera.key(0));
      device.watches(camera, 0);
      device.sees();
      refusal(new TestHousehold());
      var status = operator.status();
      assertThat(status.whole("homes")).isEqualTo(1);
      assertThat(status.whole("viewers")).isEqualTo(1);
      assertThat(status.whole("links")).isGreaterThanOrEqualTo(4);
      assertThat(status.whole("cachedBytes")).isPositive();
      assertThat(status.text("version")).isEqualTo("0.0.0-test");
      assertThat(status.text("admission")).isEqualTo("invite");
      assertThat(status.object("ended").whole("not-admitted")).isEqualTo(1);
      assertThat(status.object("refused").whole("homes_refused")).isEqualTo(1);
    }
  }

  @Test
  void socket_inTheFolder_isItsOwnersAlone() throws Exception {
    Path socket = folder.resolve(RelayFolder.SOCKET).toRealPath();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void start_inAFolderFromWhichAnotherRuns_saysSo() {
    assertThatThrownBy(() -> Relay.start(options(Admission.open())))
        .isInstanceOf(FolderInUse.class);
  }

  @Test
  void order_thatIsNone_isDeclinedInWords() {
    assertThatThrownBy(() -> operator.console().post("/suspend?household=nobody"))
        .isInstanceOf(ConsoleClient.Declined.class)
        .hasMessageContaining("does not know that order");
  }

  @Test
  void suspend_household_endsAllItsLinksAtOnceAndNobodyElses() throws Exception {
    var theirs = new TestHousehold();
    operator.order("admit", theirs.id());
    try (var home = home();
        var device = DevicePeer.link(relay.origin(), phone).welcomed();
        var neighbour = HomePeer.link(relay.origin(), theirs, 1).welcomed()) {
      operator.order("suspend", ours.id());
      assertThat(home.hears()).isEqualTo(new HomeHears.Bye(ByeReason.SUSPENDED));
      assertThat(device.hears()).isEqualTo(new DeviceHears.Bye(ByeReason.SUSPENDED));
      device.media().untilClosed();
      home.media().untilClosed();
      settle(neighbour);
      assertThat(operator.status().whole("suspended")).isEqualTo(1);
      assertThat(operator.status().whole("cachedBytes")).isZero();
    }
    assertThat(refusal(ours)).isEqualTo(new HomeHears.Bye(ByeReason.SUSPENDED));
    try (var device = DevicePeer.link(relay.origin(), phone)) {
      assertThat(device.hears()).isEqualTo(new DeviceHears.Bye(ByeReason.SUSPENDED));
    }
  }

  @Test
  void suspend_household_outlivesARestartUntilItIsResumed() throws Exception {
    operator.order("suspend", ours.id());
    relay.close();
    start(Admission.open());
    assertThat(refusal(ours)).isEqualTo(new HomeHears.Bye(ByeReason.SUSPENDED));
    operator.order("resume", ours.id());
    home().close();
  }

  @Test
  void dismiss_household_endsItsLinksAndKeepsItOutAfterARestart() throws Exception {
    try (var home = home()) {
      operator.order("dismiss", ours.id());
      assertThat(home.hears()).isEqualTo(new HomeHears.Bye(ByeReason.NOT_ADMITTED));
    }
    relay.close();
    start(Admission.open());
    assertThat(refusal(ours)).isEqualTo(new HomeHears.Bye(ByeReason.NOT_ADMITTED));
  }

  @Test
  void invite_code_letsOneHomeInForGoodAndNoSecond() throws Exception {
    var invited = new TestHousehold();
    String code = operator.invite();
    assertThat(refusal(invited)).isEqualTo(new HomeHears.Bye(ByeReason.NOT_ADMITTED));
    try (var home = invitedHome(invited, code)) {
      assertThat(home.hears()).isInstanceOf(HomeHears.Welcome.class);
    }
    try (var home = invitedHome(new TestHousehold(), code)) {
      assertThat(home.hears()).isEqualTo(new HomeHears.Bye(ByeReason.NOT_ADMITTED));
    }
    assertThat(operator.households()).contains(invited.id().toString());
    relay.close();
    start(Admission.invite(Set.of()));
    try (var home = HomePeer.link(relay.origin(), invited, 1)) {
      assertThat(home.hears()).isInstanceOf(HomeHears.Welcome.class);
    }
  }

  @Test
  void invite_atARelayThatTakesNoCodes_isDeclinedWithWhatToDo() throws Exception {
    relay.close();
    start(Admission.list(Set.of()));
    assertThatThrownBy(operator::invite)
        .isInstanceOf(ConsoleClient.Declined.class)
        .hasMessageContaining("--admit invite");
  }

  @Test
  void configure_anotherList_endsTheLinksOfWhoIsNotOnItAtOnce() throws Exception {
    try (var home = home()) {
      relay.configure(Admission.list(Set.of(new TestHousehold().id())));
      assertThat(home.hears()).isEqualTo(new HomeHears.Bye(ByeReason.NOT_ADMITTED));
    }
  }

  @Test
  void knows_askedByADevice_isAnsweredWithItsOwnHouseholdsNumbers() throws Exception {
    var camera = Frames.of(1);
    try (var home = home();
        var device = DevicePeer.link(relay.origin(), phone).welcomed()) {
      var sent = camera.key(0);
      home.sends(sent);
      device.watches(camera, 0);
      device.sees();
      device.says(new DeviceSays.Knows());
      var known = (DeviceHears.Known) device.hears();
      assertThat(known.devices()).isEqualTo(1);
      assertThat(known.links()).isEqualTo(4);
      assertThat(known.addresses()).isEqualTo(1);
      assertThat(known.carriedBytes()).isEqualTo(sent.sizeBytes());
      assertThat(known.cachedBytes()).isEqualTo(sent.sizeBytes());
      assertThat(known.sinceMicros()).isPositive();
    }
  }

  @Test
  void knows_askedByANewcomer_isMalformed() throws Exception {
    try (var stranger = Socket.open(relay.origin(), "/v1/device")) {
      stranger.nextText();
      stranger.say(new DeviceSays.Knows().text());
      assertThat(DeviceHears.parse(stranger.nextText()))
          .isEqualTo(new DeviceHears.Bye(ByeReason.MALFORMED));
    }
  }

  private HomePeer invitedHome(TestHousehold household, String code) throws Exception {
    return HomePeer.link(relay.origin(), household, 1, AdmissionCode.parse(code));
  }
}
