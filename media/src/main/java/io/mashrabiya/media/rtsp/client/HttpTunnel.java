package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.auth.ClientAuthentication;
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
import java.util.List;

/// RTSP through two HTTP connections, as QuickTime began it and cameras still offer it: what the
/// camera says comes as the endless answer to a GET, what it is told goes as the endless body of a
/// POST, in Base64; a cookie of ours tells the camera that both belong together.
///
/// Owned by the thread that plays the camera.
final class HttpTunnel {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String TYPE = "application/x-rtsp-tunnelled";
  private static final int MOST_HEAD_BYTES = 16 * 1024;

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final String CHALLENGE = "WWW-Authenticate:";

  private final Dialler dialler;
  private final RtspAddress address;
  private final CaptureClock clock;
  private final RtspSettings settings;
  private final ClientAuthentication authentication;
  private String cookie = "";

  /// @param authentication of the HTTP connections; the RTSP in them has its own
  HttpTunnel(
      Dialler dialler,
      RtspAddress address,
      CaptureClock clock,
      RtspSettings settings,
      ClientAuthentication authentication) {
    this.dialler = dialler;
    this.address = address;
    this.clock = clock;
    this.settings = settings;
    this.authentication = authentication;
  }

  /// Makes a connection.
  interface Dialler {
    Ends dial() throws PlayEnded, IOException;
  }

  /// Makes both connections, and answers a challenge where it can.
  Ends open() throws PlayEnded, IOException {
    Ends incoming = incoming();
    Ends outgoing = dialler.dial();
    // no answer comes to this one: what a challenge wants is said before it is asked
    outgoing.write(head("POST", "Content-Type: " + TYPE + "\r\nContent-Length: 32767"));
    return new Ends(
        incoming.connection(), incoming.input(), outgoing.output(), Base64.getEncoder()::encode);
  }

  private Ends incoming() throws PlayEnded, IOException {
    for (int asked = 0; ; asked++) {
      Ends incoming = dialler.dial();
      cookie = newCookie(); // a camera may remember that of a question that it refused
      incoming.write(head("GET", "Accept: " + TYPE));
      String answer = answer(incoming);
      if (status(answer) == OK) {
        return incoming;
      }
      incoming.connection().close();
      if (status(answer) != UNAUTHORIZED) {
        throw new PlayEnded(
            new RtspOutcome.Refused(
                "GET", status(answer), Printable.of(answer.lines().findFirst().orElse(""))));
      }
      challenged(answer, asked);
    }
  }

  private void challenged(String answer, int asked) throws PlayEnded {
    List<String> challenges =
        answer
            .lines()
            .filter(line -> line.regionMatches(true, 0, CHALLENGE, 0, CHALLENGE.length()))
            .map(line -> line.substring(CHALLENGE.length()).strip())
            .toList();
    PlayEnded.unlessAnswered(authentication.challenged(challenges, asked));
  }

  private static String newCookie() {
    byte[] random = new byte[11];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private byte[] head(String method, String header) {
    String target = (address.pathAndQuery().startsWith("/") ? "" : "/") + address.pathAndQuery();
    String authorization =
        authentication
            .header(method, target)
            .map(value -> "\r\nAuthorization: " + value)
            .orElse("");
    String head =
        String.join(
            "\r\n",
            method + " " + target + " HTTP/1.0",
            "User-Agent: " + settings.userAgent(),
            "x-sessioncookie: " + cookie,
            "Pragma: no-cache",
            "Cache-Control: no-cache",
            header);
    return (head + authorization + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Reads the head of the answer, byte by byte, because what follows it is RTSP.
  private String answer(Ends incoming) throws PlayEnded, IOException {
    incoming.readUntil(clock.nowMicros() + CaptureClock.micros(settings.reply()));
    var head = new ByteArrayOutputStream();
    int lineLength = -1;
    try {
      while (lineLength != 0) {
        lineLength = 0;
        for (int next = byteOf(incoming); next != '\n'; next = byteOf(incoming)) {
          if (head.size() >= MOST_HEAD_BYTES) {
            throw new PlayEnded(new RtspOutcome.Malformed(quoted("HTTP/1.0 200"), 0));
          }
          head.write(next);
          lineLength += next == '\r' ? 0 : 1;
        }
        head.write('\n');
      }
    } catch (SocketTimeoutException e) {
      throw new PlayEnded(new RtspOutcome.Silent(say("answer to {0}", "GET")));
    }
    return head.toString(StandardCharsets.ISO_8859_1);
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
