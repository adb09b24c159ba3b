package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.peer.HomePeer;
import io.mashrabiya.relay.peer.Socket;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

  /// RFC 6455, section 5.2: a masked binary frame of 20,000 bytes, of which none follows.
  private static final byte[] HEAD_OF_A_LONG_FRAME = {
    (byte) 0x82, (byte) 0xfe, TOO_LONG >> 8, (byte) TOO_LONG, 0, 0, 0, 0
  };

  private final TestHousehold household = new TestHousehold();
  private Relay relay;
  private Origin origin;

  @BeforeEach
  void start() throws Exception {
    relay = Relay.start(RelayOptions.loopback().withAdmission(Admission.open()));
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

  /// The relay does not collect its bytes, and does not wait for them.
  @ParameterizedTest
  @ValueSource(strings = {"/v1/home", "/v1/device", "/v1/home/media", "/v1/device/media"})
  void anyLink_longFrameBeforeTheProof_isRefusedByItsHead(String path) throws Exception {
    try (var socket = new java.net.Socket("127.0.0.1", relay.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(upgrade(path).getBytes(StandardCharsets.ISO_8859_1));
      var input = socket.getInputStream();
      assertThat(headers(input)).startsWith("HTTP/1.1 101");
      socket.getOutputStream().write(HEAD_OF_A_LONG_FRAME);
      assertThat(latin(input.readAllBytes())).doesNotContain(ByeReason.NOT_PROVEN.text());
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

  private String upgrade(String path) {
    return "GET %s HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(path, relay.port())
        + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
  }

  private static String headers(InputStream input) throws IOException {
    var headers = new StringBuilder();
    while (headers.indexOf("\r\n\r\n") < 0) {
      headers.append(latin(input.readNBytes(1)));
    }
    return headers.toString();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
