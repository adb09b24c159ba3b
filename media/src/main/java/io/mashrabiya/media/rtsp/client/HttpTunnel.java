package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.client.CameraLine.Ends;
import io.mashrabiya.media.socket.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// RTSP through two HTTP connections, as QuickTime began it and cameras still offer it: what the
/// camera says comes as the endless answer to a GET, what it is told goes as the endless body of a
/// POST, in Base64; a cookie of ours tells the camera that both belong together.
final class HttpTunnel {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String TYPE = "application/x-rtsp-tunnelled";
  private static final int MOST_HEAD_BYTES = 16 * 1024;

  private HttpTunnel() {}

  /// Makes the second connection.
  interface Dialler {
    Ends dial() throws PlayEnded, IOException;
  }

  static Ends through(
      Ends incoming,
      Dialler dialler,
      RtspAddress address,
      CaptureClock clock,
      RtspSettings settings)
      throws PlayEnded, IOException {
    byte[] random = new byte[11];
    RANDOM.nextBytes(random);
    String cookie = HexFormat.of().formatHex(random);
    String get = head("GET", address, cookie, settings, "Accept: " + TYPE);
    incoming.write(get.getBytes(StandardCharsets.US_ASCII));
    incoming.readUntil(clock.nowMicros() + RtspConnection.micros(settings.reply()));
    answered(incoming);
    Ends outgoing = dialler.dial();
    String post =
        head(
            "POST",
            address,
            cookie,
            settings,
            "Content-Type: " + TYPE + "\r\nContent-Length: 32767");
    outgoing.write(post.getBytes(StandardCharsets.US_ASCII));
    return new Ends(
        incoming.connection(), incoming.input(), outgoing.output(), Base64.getEncoder()::encode);
  }

  private static String head(
      String method, RtspAddress address, String cookie, RtspSettings settings, String header) {
    String path = address.pathAndQuery().startsWith("/") ? "" : "/";
    return String.join(
            "\r\n",
            method + " " + path + address.pathAndQuery() + " HTTP/1.0",
            "User-Agent: " + settings.userAgent(),
            "x-sessioncookie: " + cookie,
            "Pragma: no-cache",
            "Cache-Control: no-cache",
            header)
        + "\r\n\r\n";
  }

  /// Reads the head of the answer, byte by byte, because what follows it is RTSP.
  private static void answered(Ends incoming) throws PlayEnded, IOException {
    var head = new ByteArrayOutputStream();
    int lineLength = -1;
    try {
      while (lineLength != 0) {
        lineLength = 0;
        for (int next = byteOf(incoming); next != '\n'; next = byteOf(incoming)) {
          if (head.size() >= MOST_HEAD_BYTES) {
            throw new PlayEnded(new RtspOutcome.Malformed("HTTP/1.0 200", 0));
          }
          head.write(next);
          lineLength += next == '\r' ? 0 : 1;
        }
        head.write('\n');
      }
    } catch (SocketTimeoutException e) {
      throw new PlayEnded(new RtspOutcome.Silent("answer to GET"));
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    if (!text.matches("(?s)HTTP/1\\.[0-9] 200\\b.*")) {
      throw new PlayEnded(
          new RtspOutcome.Refused(
              "GET", status(text), Printable.of(text.lines().findFirst().orElse(""))));
    }
  }

  private static int status(String head) {
    return head.matches("(?s)HTTP/1\\.[0-9] [0-9]{3}\\b.*")
        ? Integer.parseInt(head.substring(9, 12))
        : 0;
  }

  private static int byteOf(Ends incoming) throws PlayEnded, IOException {
    int next = incoming.input().read();
    if (next < 0) {
      throw new PlayEnded(new RtspOutcome.ClosedByCamera());
    }
    return next;
  }
}
