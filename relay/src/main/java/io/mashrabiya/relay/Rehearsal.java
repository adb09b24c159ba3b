package io.mashrabiya.relay;

import io.mashrabiya.wire.keys.VerifyingKey;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Does once what the first links will need, at a relay of its own that nobody else knows, so that
/// a relay that takes over is as quick with its first link as with its last.
final class Rehearsal {
  private static final System.Logger LOG = System.getLogger("io.mashrabiya.relay");
  private static final int PATIENCE_MILLIS = 2_000;

  /// `{}` as a masked text frame (RFC 6455, section 5.2), which is no message: the relay ends the
  /// link.
  private static final byte[] NOTHING = {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, '{', '}'};

  /// An empty message and its signature (RFC 8032, section 7.1, test 1).
  private static final VerifyingKey KEY =
      new VerifyingKey(
          HexFormat.of()
              .parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));

  private static final byte[] SIGNATURE =
      HexFormat.of()
          .parseHex(
              "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");

  /// A link begins with three or four: certificate, proof, member list, a card.
  private static final int SIGNATURES = 100;

  private Rehearsal() {}

  static void run() {
    for (int i = 0; i < SIGNATURES; i++) {
      if (!KEY.verifies(new byte[0], SIGNATURE)) {
        throw new IllegalStateException("signatures are not verified as the standard says");
      }
    }
    try (Relay relay = Relay.start(RelayOptions.loopback())) {
      for (String path : new String[] {"/v1/home", "/v1/device"}) {
        link(relay.port(), path);
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the rehearsal failed; the first links are slower", e);
    }
  }

  private static void link(int port, String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String upgrade =
          "GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                  .formatted(path, String.valueOf(port))
              + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
      socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      in.read();
      socket.getOutputStream().write(NOTHING);
      while (in.read() >= 0) {
        // until the relay has said why it ends the link
      }
    }
  }
}
