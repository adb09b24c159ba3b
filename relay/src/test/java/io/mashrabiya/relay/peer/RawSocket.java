package io.mashrabiya.relay.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A WebSocket written by hand, for what the JDK's client does not do: to stop in the midst of a
/// frame.
public final class RawSocket implements AutoCloseable {
  private static final int BINARY = 2;
  private static final int GUARD_MILLIS = 20_000;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int LENGTH_FOLLOWS = 126;

  private final Socket socket = new Socket();

  private RawSocket() {}

  /// Opens one, as a client of the relay's own origin on `localhost`.
  public static RawSocket open(int port, String path) throws IOException {
    var raw = new RawSocket();
    raw.socket.setSoTimeout(GUARD_MILLIS);
    raw.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    raw.write(
        "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            .formatted(path, port)
            .concat(
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    var answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) raw.socket.getInputStream().read());
    }
    if (!answer.toString().startsWith("HTTP/1.1 101 ")) {
      throw new IOException(answer.toString());
    }
    return raw;
  }

  /// Sends the head of a binary frame of that length (RFC 6455, section 5.2), and none of its
  /// bytes.
  public void begins(int sizeBytes) throws IOException {
    write(
        new byte[] {
          (byte) (FINAL | BINARY),
          (byte) (MASKED | LENGTH_FOLLOWS),
          (byte) (sizeBytes >> 8),
          (byte) sizeBytes,
          0,
          0,
          0,
          0
        });
  }

  /// All that comes until the other side closes.
  public String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
