package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.rtsp.Carriage;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// RTSP through HTTP, with a camera that is played here byte by byte.
class TunnelTest {
  private static final Duration GUARD = Duration.ofSeconds(15);
  private static final RtspSettings PATIENT = new RtspSettings(GUARD, GUARD, GUARD, GUARD, "Test");

  private ServerSocket listener;

  @BeforeEach
  void listen() throws IOException {
    listener = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
    listener.setSoTimeout((int) GUARD.toMillis());
  }

  @AfterEach
  void end() throws IOException {
    listener.close();
  }

  private Playing play() {
    return play(Optional.empty());
  }

  private Playing play(Optional<Credentials> credentials) {
    return Playing.of(
        new RtspAddress(
            Carriage.HTTP, "127.0.0.1", listener.getLocalPort(), "/main", Optional.empty()),
        credentials,
        PATIENT);
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.read());
    }
    return head.toString();
  }

  private static String cookie(String head) {
    return head.replaceAll("(?s).*x-sessioncookie: ([^\r]+)\r.*", "$1");
  }

  /// The next request, which comes as Base64 of its own.
  private static String request(InputStream in) throws IOException {
    StringBuilder request = new StringBuilder();
    while (!request.toString().endsWith("\r\n\r\n")) {
      byte[] four = in.readNBytes(4);
      request.append(new String(Base64.getDecoder().decode(four), StandardCharsets.US_ASCII));
    }
    return request.toString();
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void tunnel_cameraThatOffersIt_isPlayed() throws Exception {
    var seen = new CompletableFuture<String>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try (Socket get = listener.accept()) {
            String first = head(get.getInputStream());
            say(get, "HTTP/1.0 200 OK\r\nContent-Type: application/x-rtsp-tunnelled\r\n\r\n");
            try (Socket post = listener.accept()) {
              String second = head(post.getInputStream());
              seen.complete(first + second);
              for (String answer :
                  new String[] {
                    ScriptedCamera.OPTIONS,
                    ScriptedCamera.describe(ScriptedCamera.SDP),
                    ScriptedCamera.SETUP,
                    ScriptedCamera.PLAY
                  }) {
                request(post.getInputStream());
                say(get, answer);
              }
              get.getOutputStream().write(ScriptedCamera.keyFrame(0, 1));
              request(post.getInputStream());
            }
          } catch (IOException e) {
            seen.completeExceptionally(e);
          }
        });
    try (Playing playing = play()) {
      assertThat(playing.frames(1)).allMatch(Frame::key);
      String heads = seen.get(GUARD.toSeconds(), TimeUnit.SECONDS);
      assertThat(heads)
          .startsWith("GET /main HTTP/1.0\r\n")
          .contains("POST /main HTTP/1.0\r\n", "Accept: application/x-rtsp-tunnelled");
      int post = heads.indexOf("POST");
      assertThat(cookie(heads.substring(0, post)))
          .isEqualTo(cookie(heads.substring(post)))
          .hasSize(22);
    }
  }

  private static final String CHALLENGE =
      "HTTP/1.0 401 Unauthorized\r\nwww-authenticate: Digest realm=\"r\", nonce=\"7\"\r\n\r\n";

  /// Refuses that many callers of the tunnel, and tells what each said, with what came after.
  private CompletableFuture<List<String>> refuses(int callers) {
    var heads = new CompletableFuture<List<String>>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          List<String> seen = new ArrayList<>();
          try {
            for (int i = 0; i < callers; i++) {
              try (Socket get = listener.accept()) {
                seen.add(head(get.getInputStream()));
                say(get, CHALLENGE);
              }
            }
            try (Socket get = listener.accept()) {
              seen.add(head(get.getInputStream()));
              say(get, "HTTP/1.0 200 OK\r\n\r\n");
              try (Socket post = listener.accept()) {
                seen.add(head(post.getInputStream()));
                heads.complete(seen);
                request(post.getInputStream());
              }
            }
          } catch (IOException e) {
            heads.completeExceptionally(e);
          }
        });
    return heads;
  }

  @Test
  void tunnel_cameraThatWantsCredentials_isAnsweredInBothRequests() throws Exception {
    var heads = refuses(1);
    try (Playing playing = play(Optional.of(new Credentials("u", "p")))) {
      List<String> seen = heads.get(GUARD.toSeconds(), TimeUnit.SECONDS);
      assertThat(seen.get(0)).startsWith("GET ").doesNotContain("Authorization");
      assertThat(seen.get(1)).startsWith("GET ").contains("Authorization: Digest username=\"u\"");
      assertThat(seen.get(2)).startsWith("POST ").contains("Authorization: Digest username=\"u\"");
      assertThat(cookie(seen.get(1))).isEqualTo(cookie(seen.get(2)));
      assertThat(cookie(seen.get(0))).as("of what was refused").isNotEqualTo(cookie(seen.get(1)));
      assertThat(playing.outcome()).isInstanceOf(RtspOutcome.ClosedByCamera.class);
    }
  }

  @Test
  void tunnel_wrongPassword_isRefusedAfterOneAnswer() throws Exception {
    refuses(2);
    try (Playing playing = play(Optional.of(new Credentials("u", "wrong")))) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.CredentialsRefused());
    }
  }

  @Test
  void tunnel_noCredentials_saysThatTheyAreNeeded() throws Exception {
    refuses(1);
    try (Playing playing = play()) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.CredentialsNeeded());
    }
  }

  @Test
  void tunnel_cameraThatAcceptsAndSaysNothing_isSilent() throws Exception {
    var address =
        new RtspAddress(
            Carriage.HTTP, "127.0.0.1", listener.getLocalPort(), "/main", Optional.empty());
    Duration brief = Duration.ofMillis(200);
    try (Playing playing =
        Playing.of(address, new RtspSettings(GUARD, brief, GUARD, GUARD, "Test"))) {
      assertThat(playing.outcome()).isEqualTo(new RtspOutcome.Silent(quoted("answer to GET")));
    }
  }

  @Test
  void tunnel_webServerWithoutIt_isRefused() throws Exception {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try (Socket get = listener.accept()) {
            head(get.getInputStream());
            say(get, "HTTP/1.0 404 Not Found\r\n\r\n");
            get.getInputStream().read();
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
    try (Playing playing = play()) {
      assertThat(playing.outcome()).isInstanceOf(RtspOutcome.Refused.class);
      assertThat(playing.outcome().words()).asString().contains("404");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: y\r\n", "X"})
  void tunnel_answerWithoutEnd_isGivenUp(String again) throws Exception {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try (Socket get = listener.accept()) {
            head(get.getInputStream());
            say(get, "HTTP/1.0 200 OK\r\n" + again.repeat(30_000));
            get.getInputStream().read();
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
    try (Playing playing = play()) {
      assertThat(playing.outcome()).isInstanceOf(RtspOutcome.Malformed.class);
    }
  }
}
