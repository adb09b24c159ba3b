package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.peer.HomePeer;
import io.mashrabiya.relay.peer.Metrics;
import io.mashrabiya.relay.peer.RawSocket;
import io.mashrabiya.relay.peer.Socket;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody who proved nothing can make the relay hold, on real sockets: a first message, and
/// no more. Longer messages are for links that proved themselves.
@Timeout(60)
class RelayStrangersTest {
  /// Longer than any first message of a control link, and far below what a proven one may send.
  private static final int TOO_LONG = 20_000;

  private final TestHousehold household = new TestHousehold();
  private Relay relay;
  private Origin origin;

  @BeforeEach
  void start() throws Exception {
    relay = Relay.start(RelayOptions.loopback().withAdmission(Admission.open()).withMetricsPort(0));
    origin = relay.origin();
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/home/media", "/v1/device/media"})
  void media_fragmentsBeforeTheTicket_areTooMuch(String path) throws Exception {
    try (var media = Socket.open(origin, path)) {
      media.say(new byte[60], false);
      media.say(new byte[60], false);
      media.say(new byte[60], false);
      assertThat(media.untilClosed().reason()).isEqualTo("too-much");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/home", "/v1/device"})
  void control_fragmentsBeforeTheProof_areTooMuch(String path) throws Exception {
    try (var control = Socket.open(origin, path)) {
      control.nextText();
      for (int i = 0; i < TOO_LONG / 4_000; i++) {
        control.say("a".repeat(4_000), false);
      }
      assertThat(HomeHears.parse(control.nextText()))
          .isEqualTo(new HomeHears.Bye(ByeReason.TOO_MUCH));
    }
  }

  /// The relay does not collect its bytes, and does not wait for them; its operator sees it.
  @ParameterizedTest
  @ValueSource(strings = {"/v1/home", "/v1/device", "/v1/home/media", "/v1/device/media"})
  void anyLink_longFrameBeforeTheProof_isRefusedByItsHead(String path) throws Exception {
    try (var socket = RawSocket.open(relay.port(), path)) {
      socket.begins(TOO_LONG);
      assertThat(socket.rest()).doesNotContain(ByeReason.NOT_PROVEN.text());
      assertThat(Metrics.of(relay).number("too_much_total")).isEqualTo(1);
    }
  }

  @Test
  void control_longMessageRightBehindTheProof_isTaken() throws Exception {
    // No list is that long, but that is known only when it has been read to its end.
    var endless = "{\"list\":\"" + "a".repeat(TOO_LONG) + "\",\"type\":\"members\"}";
    try (var home = HomePeer.link(origin, household, 1)) {
      home.control().say(endless);
      assertThat(home.hears()).isInstanceOf(HomeHears.Welcome.class);
      assertThat(home.hears()).isEqualTo(new HomeHears.Bye(ByeReason.MALFORMED));
    }
  }
}
