package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.peer.DevicePeer;
import io.mashrabiya.relay.peer.Frames;
import io.mashrabiya.relay.peer.HomePeer;
import io.mashrabiya.relay.peer.Socket;
import io.mashrabiya.relay.peer.TestDevice;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is let in on real sockets, who is sent away, and what each is told.
class RelayLinksTest {
  private final TestHousehold ours = new TestHousehold();
  private final TestHousehold theirs = new TestHousehold();
  private final TestDevice phone = ours.device();
  private final TestDevice stranger = theirs.device();
  private final Frames camera = Frames.of(1);
  private Relay relay;
  private Origin origin;

  @BeforeEach
  void start() throws Exception {
    relay =
        Relay.start(
            RelayOptions.loopback()
                .withAdmission(Admission.list(Set.of(ours.id())))
                .withViewers(Set.of(new Origin("https://viewer.example"))));
    origin = relay.origin();
    relay.admit(theirs.id());
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private HomePeer home() throws Exception {
    var home = HomePeer.link(origin, ours, 1).welcomed();
    home.says(ours.says(ours.members(1, 1, phone)));
    settle(home);
    return home;
  }

  /// Waits until the relay has dealt with all that the home said before.
  private static void settle(HomePeer home) throws Exception {
    home.says(new HomeSays.WantTicket());
    assertThat(home.hears()).isInstanceOf(HomeHears.NewTicket.class);
  }

  private static int statusOf(Throwable failure) {
    return ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode();
  }

  // ---- homes ----

  @Test
  void home_notAdmitted_isSentAway() throws Exception {
    try (var home = HomePeer.link(origin, new TestHousehold(), 1)) {
      assertThat(home.hears()).isEqualTo(new HomeHears.Bye(ByeReason.NOT_ADMITTED));
      assertThat(home.control().untilClosed().reason()).isEqualTo("not-admitted");
    }
  }

  @Test
  void home_replayedProof_isNotProven() throws Exception {
    try (var socket = Socket.open(origin, "/v1/home")) {
      socket.nextText();
      socket.say(ours.hello(1, new Challenge(new byte[32]), origin).text());
      assertThat(HomeHears.parse(socket.nextText()))
          .isEqualTo(new HomeHears.Bye(ByeReason.NOT_PROVEN));
    }
  }

  @Test
  void home_newerSerial_replacesAndTheOldOneIsTold() throws Exception {
    try (var first = home();
        var second = HomePeer.link(origin, ours, 2)) {
      assertThat(first.hears()).isEqualTo(new HomeHears.Bye(ByeReason.REPLACED));
      second.welcomed();
      assertThat(first.media().untilClosed().reason()).isEqualTo("replaced");
    }
  }

  @Test
  void home_rivalOfALiveOne_isRefusedAndBothAreTold() throws Exception {
    try (var first = home();
        var second = HomePeer.link(origin, ours, 1)) {
      assertThat(second.hears()).isEqualTo(new HomeHears.Bye(ByeReason.RIVAL));
      assertThat(first.hears()).isEqualTo(new HomeHears.Rival());
      first.sends(camera.key(0));
    }
  }

  @Test
  void home_rivalOfASilentOne_replacesIt() throws Exception {
    // It proved itself and never reads again, so that no pong comes.
    try (var silent = Socket.deafAfter(1, origin, "/v1/home")) {
      var asked = (HomeHears.Ask) HomeHears.parse(silent.nextText());
      silent.say(ours.hello(1, asked.nonce(), asked.origin()).text());
      try (var second = HomePeer.link(origin, ours, 1)) {
        second.welcomed();
        second.sends(camera.key(0));
      }
    }
  }

  // ---- devices ----

  @Test
  void device_withoutAHome_isToComeBack() throws Exception {
    try (var device = DevicePeer.link(origin, phone)) {
      assertThat(device.hears()).isEqualTo(new DeviceHears.Bye(ByeReason.HOME_UNKNOWN));
    }
  }

  @Test
  void device_notOnTheList_isNotAMember() throws Exception {
    try (var _ = home();
        var device = DevicePeer.link(origin, ours.device())) {
      assertThat(device.hears()).isEqualTo(new DeviceHears.Bye(ByeReason.NOT_A_MEMBER));
    }
  }

  @Test
  void device_struckFromTheList_losesBothItsLinks() throws Exception {
    try (var home = home();
        var device = DevicePeer.link(origin, phone).welcomed()) {
      home.sends(camera.key(0));
      device.watches(camera, 0);
      device.sees();
      home.says(ours.says(ours.members(1, 2)));
      assertThat(device.hears()).isEqualTo(new DeviceHears.Bye(ByeReason.NOT_A_MEMBER));
      assertThat(device.control().untilClosed().reason()).isEqualTo("not-a-member");
      assertThat(device.media().untilClosed().reason()).isEqualTo("not-a-member");
    }
  }

  @Test
  void device_homeGone_isToldAndStillSeesTheCachedPictures() throws Exception {
    try (var home = home();
        var device = DevicePeer.link(origin, phone).welcomed()) {
      home.sends(camera.key(0));
      home.control().abort();
      assertThat(device.hears()).isEqualTo(new DeviceHears.Online(false));
      device.watches(camera, 0);
      assertThat(device.sees().message()).isEqualTo(camera.key(0).message());
      try (var again = home()) {
        assertThat(device.hears()).isEqualTo(new DeviceHears.Online(true));
        again.sends(camera.delta(1, 0));
        assertThat(device.sees().message()).isEqualTo(camera.delta(1, 0).message());
      }
    }
  }

  @Test
  void newcomer_withAnInvite_isAnsweredByTheHome() throws Exception {
    var invite = InviteId.of(new byte[16]);
    try (var home = home();
        var newcomer = Socket.open(origin, "/v1/device")) {
      home.says(new HomeSays.Invite(invite, 600));
      settle(home);
      newcomer.nextText();
      newcomer.say(new DeviceSays.InviteHello(ours.id(), invite).text());
      assertThat(DeviceHears.parse(newcomer.nextText()))
          .isInstanceOf(DeviceHears.InviteWelcome.class);
      newcomer.say(new DeviceSays.Enrol(new byte[] {1}).text());
      var enrol = (HomeHears.Enrol) home.hears();
      home.says(new HomeSays.Enrolled(new byte[] {2}, enrol.link()));
      var answer = (DeviceHears.Enrolled) DeviceHears.parse(newcomer.nextText());
      assertThat(answer.answer()).containsExactly(2);
    }
  }

  // ---- media links ----

  @Test
  void media_wrongTicket_isRefused() throws Exception {
    try (var media = Socket.open(origin, "/v1/device/media")) {
      media.say(new MediaMessage.Ticket(new Ticket(new byte[32])).bytes());
      assertThat(media.untilClosed().reason()).isEqualTo("not-proven");
    }
  }

  @Test
  void media_ticketUsedTwice_isRefused() throws Exception {
    try (var _ = home();
        var device = DevicePeer.link(origin, phone)) {
      var ticket = device.welcome().ticket();
      device.openMedia(ticket);
      try (var second = Socket.open(origin, "/v1/device/media")) {
        second.say(new MediaMessage.Ticket(ticket).bytes());
        assertThat(second.untilClosed().reason()).isEqualTo("not-proven");
      }
    }
  }

  @Test
  void media_deviceTicketAtTheHomesDoor_isRefused() throws Exception {
    try (var _ = home();
        var device = DevicePeer.link(origin, phone);
        var media = Socket.open(origin, "/v1/home/media")) {
      media.say(new MediaMessage.Ticket(device.welcome().ticket()).bytes());
      assertThat(media.untilClosed().reason()).isEqualTo("not-proven");
    }
  }

  @Test
  void media_anotherMessageBeforeTheTicket_isMalformed() throws Exception {
    try (var media = Socket.open(origin, "/v1/home/media")) {
      media.say(new MediaMessage.Acknowledgement(1).bytes());
      assertThat(media.untilClosed().reason()).isEqualTo("malformed");
    }
  }

  @Test
  void media_frameBeforeTheTicket_isTooMuch() throws Exception {
    try (var media = Socket.open(origin, "/v1/home/media")) {
      media.say(camera.key(0).message());
      assertThat(media.untilClosed().reason()).isEqualTo("too-much");
    }
  }

  @Test
  void media_frameFromADevice_isMalformedAndReachesNobody() throws Exception {
    try (var home = home();
        var device = DevicePeer.link(origin, phone).welcomed();
        var other = DevicePeer.link(origin, phone).welcomed()) {
      other.watches(camera, 0);
      device.media().say(camera.sized(88).key(5).message());
      assertThat(device.media().untilClosed().code()).isEqualTo(1008);
      home.sends(camera.key(0));
      assertThat(other.sees().number()).isZero();
    }
  }

  @Test
  void media_sameCameraIdInAnotherHousehold_neverCrosses() throws Exception {
    try (var home = home();
        var theirHome = HomePeer.link(origin, theirs, 1).welcomed()) {
      theirHome.says(theirs.says(theirs.members(1, 1, stranger)));
      settle(theirHome);
      home.sends(camera.key(0));
      try (var thief = DevicePeer.link(origin, stranger).welcomed();
          var owner = DevicePeer.link(origin, phone).welcomed()) {
        thief.watches(camera, 0);
        owner.watches(camera, 0);
        owner.sees();
        home.sends(camera.delta(1, 0));
        owner.sees();
        theirHome.sends(camera.key(77));
        assertThat(thief.sees().number()).isEqualTo(77);
        home.sends(camera.delta(2, 0));
        assertThat(owner.sees().number()).isEqualTo(2);
        assertThat(thief.media().hasMore()).isFalse();
      }
    }
  }

  @Test
  void media_anotherForTheSameControlLink_replacesTheFirst() throws Exception {
    try (var home = home();
        var device = DevicePeer.link(origin, phone).welcomed()) {
      var first = device.media();
      device.says(new DeviceSays.WantTicket());
      device.openMedia(((DeviceHears.NewTicket) device.hears()).ticket());
      assertThat(first.untilClosed().reason()).isEqualTo("replaced");
      home.sends(camera.key(0));
      device.watches(camera, 0);
      assertThat(device.sees().number()).isZero();
    }
  }

  @Test
  void media_acknowledgementOfMoreThanWasSent_isMalformed() throws Exception {
    try (var _ = home();
        var device = DevicePeer.link(origin, phone).welcomed()) {
      device.media().say(new MediaMessage.Acknowledgement(5).bytes());
      assertThat(device.media().untilClosed().reason()).isEqualTo("malformed");
    }
  }

  // ---- abuse ----

  @Test
  void control_notJson_isMalformed() throws Exception {
    try (var socket = Socket.open(origin, "/v1/device")) {
      socket.nextText();
      socket.say("{\"type\" : \"device-hello\"}");
      assertThat(DeviceHears.parse(socket.nextText()))
          .isEqualTo(new DeviceHears.Bye(ByeReason.MALFORMED));
    }
  }

  @Test
  void control_binaryMessage_isSentAway() throws Exception {
    try (var socket = Socket.open(origin, "/v1/device")) {
      socket.nextText();
      socket.say(new byte[5]);
      assertThat(socket.untilClosed().reason()).isEqualTo("too-much");
    }
  }

  @Test
  void control_flood_isTooMuch() throws Exception {
    try (var _ = home();
        var device = DevicePeer.link(origin, phone).welcomed();
        var other = DevicePeer.link(origin, phone).welcomed()) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  device.says(new DeviceSays.WantTicket());
                }
              })
          .as("the relay closes before the flood is over")
          .isInstanceOf(Exception.class);
      other.says(new DeviceSays.WantTicket());
      assertThat(other.hears()).isInstanceOf(DeviceHears.NewTicket.class);
    }
  }

  @Test
  void ping_ofALink_isAnsweredWithWhatItCarried() throws Exception {
    try (var socket = Socket.open(origin, "/v1/device")) {
      socket.nextText();
      socket.ping(new byte[] {1, 2, 3});
      assertThat(socket.next())
          .isInstanceOfSatisfying(
              Socket.Came.Pong.class, pong -> assertThat(pong.bytes()).containsExactly(1, 2, 3));
    }
  }

  @Test
  void pings_flood_isTooMuch() throws Exception {
    try (var _ = home();
        var device = DevicePeer.link(origin, phone).welcomed()) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  device.control().ping(new byte[0]);
                }
              })
          .as("the relay closes before the flood is over")
          .isInstanceOf(Exception.class);
    }
  }

  @Test
  void media_oversizeFragments_areCutOff() throws Exception {
    try (var _ = home();
        var device = DevicePeer.link(origin, phone).welcomed()) {
      device.media().say(new byte[60], false);
      device.media().say(new byte[60], true);
      assertThat(device.media().untilClosed().reason()).isEqualTo("too-much");
    }
  }

  @Test
  void media_oversizeFrameBeforeTheTicket_isCutOff() throws Exception {
    try (var media = Socket.open(origin, "/v1/home/media")) {
      assertThatThrownBy(
              () -> {
                media.say(new byte[1 << 20]);
                media.untilClosed();
                throw new IllegalStateException("closed");
              })
          .isInstanceOf(Exception.class);
    }
  }

  // ---- browsers ----

  @Test
  void webSocket_ofTheRelaysOwnPageOrAListedViewer_mayLink() throws Exception {
    for (String page : Set.of(origin.text(), "https://viewer.example")) {
      try (var socket = Socket.open(origin, "/v1/device", "Origin", page)) {
        assertThat(DeviceHears.parse(socket.nextText())).isInstanceOf(DeviceHears.Ask.class);
      }
    }
  }

  @Test
  void webSocket_ofAForeignPage_isForbidden() {
    for (String page : Set.of("https://evil.example", "null", "http://localhost")) {
      assertThatThrownBy(() -> Socket.open(origin, "/v1/device", "Origin", page))
          .isInstanceOf(ExecutionException.class)
          .satisfies(failure -> assertThat(statusOf(failure)).isEqualTo(403));
    }
  }

  @Test
  void webSocket_ofAnyPageAtTheHomesDoor_isForbidden() {
    assertThatThrownBy(() -> Socket.open(origin, "/v1/home", "Origin", origin.text()))
        .isInstanceOf(ExecutionException.class)
        .satisfies(failure -> assertThat(statusOf(failure)).isEqualTo(403));
  }

  @Test
  void webSocket_ofAnotherPath_isNotFound() {
    assertThatThrownBy(() -> Socket.open(origin, "/v1/admin"))
        .isInstanceOf(ExecutionException.class)
        .satisfies(failure -> assertThat(statusOf(failure)).isEqualTo(404));
  }

  @Test
  void webSocket_underAnotherHostsName_isMisdirected() {
    var byAddress = new Origin("http://127.0.0.1:" + relay.port());
    assertThatThrownBy(() -> Socket.open(byAddress, "/v1/device"))
        .isInstanceOf(ExecutionException.class)
        .satisfies(failure -> assertThat(statusOf(failure)).isEqualTo(421));
  }

  // ---- the end ----

  @Test
  void close_relay_tellsAllWhenToComeAgainAndTheHomesFirst() throws Exception {
    try (var home = home();
        var device = DevicePeer.link(origin, phone).welcomed()) {
      relay.close();
      var homePause = ((HomeHears.BackSoon) home.hears()).millis();
      var devicePause = ((DeviceHears.BackSoon) device.hears()).millis();
      assertThat(devicePause).isGreaterThan(homePause);
      assertThat(device.control().untilClosed().reason()).isEqualTo("going-away");
    }
  }

  @Test
  void start_onThePortOfAnother_saysSo() {
    assertThatThrownBy(() -> Relay.start(RelayOptions.loopback().withPort(relay.port())))
        .isInstanceOf(IOException.class);
  }
}
