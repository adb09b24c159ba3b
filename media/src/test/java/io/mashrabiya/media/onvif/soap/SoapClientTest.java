package io.mashrabiya.media.onvif.soap;

import static io.mashrabiya.media.onvif.soap.ScriptedService.envelope;
import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.soap.Answer.Failed;
import io.mashrabiya.media.onvif.soap.Answer.Given;
import io.mashrabiya.media.onvif.xml.XmlElement;
import io.mashrabiya.media.onvif.xml.XmlReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SoapClientTest {
  private static final Optional<Credentials> KNOWN =
      Optional.of(new Credentials("mona", "hunter2"));
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));
  private static final String OK = envelope("<AskResponse><x>1</x></AskResponse>");
  private static final SoapSettings HASTY =
      new SoapSettings(Duration.ofMillis(200), Duration.ofMillis(100));

  private static SoapClient client(Optional<Credentials> credentials) {
    return new SoapClient(credentials, SoapSettings.DEFAULT, CLOCK);
  }

  private static void assertFailed(Answer<XmlElement> answer, OnvifFailure why) {
    assertThat(answer).isEqualTo(new Failed<>(why));
  }

  private static OnvifFailure failure(Answer<XmlElement> answer) {
    assertThat(answer).isInstanceOf(Failed.class);
    return ((Failed<XmlElement>) answer).why();
  }

  @Test
  void ask_answered_givesTheResponse() throws Exception {
    try (var service = ScriptedService.saying(200, OK);
        var client = client(Optional.empty())) {
      assertThat(client.ask(service.question()))
          .isInstanceOfSatisfying(
              Given.class,
              given -> assertThat(given.value()).hasToString("XmlElement[AskResponse]"));
      assertThat(service.bodies.getFirst()).doesNotContain("Security");
    }
  }

  @Test
  void ask_withCredentials_datesTheTokenByTheCamerasClock() throws Exception {
    try (var service = ScriptedService.saying(200, OK);
        var client = client(KNOWN)) {
      client.setClockOffset(Duration.ofDays(-365));
      client.ask(service.question());
      client.ask(service.question());
      assertThat(service.bodies)
          .allSatisfy(body ->
              assertThat(body)
                  .contains("Created>2025-11-26T12:00:00Z<", "mona")
                  .doesNotContain("hunter2"));
      assertThat(service.bodies.get(0)).isNotEqualTo(service.bodies.get(1)); // another nonce
    }
  }

  @Test
  void ask_cameraWantsHttpDigest_answersItWithoutAToken() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (var service =
            new ScriptedService(exchange -> {
              if (asked.incrementAndGet() == 1) {
                exchange
                    .getResponseHeaders()
                    .add("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"");
                ScriptedService.send(exchange, 401, "<html>no</html>");
              } else {
                ScriptedService.send(exchange, 200, OK);
              }
            });
        var client = client(KNOWN)) {
      assertThat(client.ask(service.question())).isInstanceOf(Given.class);
      assertThat(client.ask(service.question())).isInstanceOf(Given.class);
      assertThat(service.authorizations.get(1)).contains("uri=\"/onvif/a?b=c\"", "nc=00000001");
      assertThat(service.authorizations.get(2)).contains("nc=00000002");
      assertThat(service.bodies.get(0)).contains("UsernameToken");
      assertThat(service.bodies.subList(1, 3))
          .allSatisfy(body -> assertThat(body).doesNotContain("UsernameToken"));
    }
  }

  @Test
  void ask_wrongPasswordByDigest_isRefusedAfterOneAnswer() throws Exception {
    try (var service =
            new ScriptedService(exchange -> {
              exchange
                  .getResponseHeaders()
                  .add("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"");
              ScriptedService.send(exchange, 401, "");
            });
        var client = client(KNOWN)) {
      assertFailed(client.ask(service.question()), new OnvifFailure.CredentialsRefused());
      assertThat(service.bodies).hasSize(2);
    }
  }

  /// Whoever answers on the network could ask for the password that way.
  @Test
  void ask_onlyBasicIsOffered_doesNotTellThePassword() throws Exception {
    try (var service =
            new ScriptedService(exchange -> {
              exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"r\"");
              ScriptedService.send(exchange, 401, "");
            });
        var client = client(KNOWN)) {
      assertFailed(client.ask(service.question()), new OnvifFailure.AuthenticationNotSpoken());
      assertThat(service.authorizations).containsExactly("null");
    }
  }

  @Test
  void ask_401WithoutAChallenge_isAboutTheCredentials() throws Exception {
    try (var service = ScriptedService.saying(401, "")) {
      try (var client = client(KNOWN)) {
        assertFailed(client.ask(service.question()), new OnvifFailure.CredentialsRefused());
        assertFailed(client.askAsNobody(service.question()), new OnvifFailure.CredentialsNeeded());
      }
      try (var client = client(Optional.empty())) {
        assertFailed(client.ask(service.question()), new OnvifFailure.CredentialsNeeded());
      }
    }
  }

  @Test
  void ask_redirected_doesNotFollow() throws Exception {
    try (var elsewhere = ScriptedService.saying(200, OK);
        var service =
            new ScriptedService(exchange -> {
              exchange.getResponseHeaders().add("Location", elsewhere.uri().toString());
              ScriptedService.send(exchange, 307, "");
            });
        var client = client(KNOWN)) {
      assertFailed(client.ask(service.question()), new OnvifFailure.Refused("Ask", 307));
      assertThat(elsewhere.bodies).isEmpty();
    }
  }

  @Test
  void ask_whatIsNoSoap_isSaid() throws Exception {
    for (String body : List.of("", "<html/>", "hello", envelope(""), envelope("<Other/>"))) {
      try (var service = ScriptedService.saying(200, body);
          var client = client(Optional.empty())) {
        assertThat(failure(client.ask(service.question())))
            .isInstanceOf(OnvifFailure.Malformed.class);
      }
    }
    try (var service = ScriptedService.saying(404, "<html/>");
        var client = client(Optional.empty())) {
      assertThat(failure(client.ask(service.question())))
          .isIn(
              new OnvifFailure.Refused("Ask", 404),
              new OnvifFailure.Malformed("Ask", say("a SOAP envelope with a body"), 0));
    }
  }

  @Test
  void ask_endlessAnswer_isCutOff() throws Exception {
    String piece = " ".repeat(64 * 1024);
    try (var service =
            new ScriptedService(exchange -> {
              exchange.sendResponseHeaders(200, 0);
              for (int i = 0; i < 4 * XmlReader.MOST_BYTES / piece.length(); i++) {
                exchange.getResponseBody().write(piece.getBytes());
              }
            });
        var client = client(Optional.empty())) {
      assertThat(failure(client.ask(service.question())))
          .isInstanceOf(OnvifFailure.ConnectionLost.class);
    }
  }

  @Test
  void ask_answerThatDrips_isSilent() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (var service =
            new ScriptedService(exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write('<');
              exchange.getResponseBody().flush();
              over.await();
            });
        var client = new SoapClient(Optional.empty(), HASTY, CLOCK)) {
      assertFailed(client.ask(service.question()), new OnvifFailure.Silent(quoted("Ask")));
      over.countDown();
    }
  }

  @Test
  void ask_nobodyThere_isUnreachable() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    SoapRequest request =
        SoapRequest.of(
            URI.create("http://127.0.0.1:" + port + "/"),
            new XmlElement("urn:t", "Ask", List.of(), "", List.of()));
    try (var client = client(Optional.empty())) {
      assertThat(failure(client.ask(request))).isInstanceOf(OnvifFailure.Unreachable.class);
    }
  }

  @Test
  void ask_idleConnectionThatTheCameraClosed_isAskedAgain() throws Exception {
    try (var socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        var client = client(Optional.empty())) {
      Thread camera =
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < 2; i++) {
                  try (var connection = socket.accept()) {
                    if (i == 1) {
                      connection.getInputStream().read(new byte[4096]);
                      byte[] answer =
                          ("HTTP/1.1 200 OK\r\nContent-Length: " + OK.length() + "\r\n\r\n" + OK)
                              .getBytes();
                      connection.getOutputStream().write(answer);
                    }
                  } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                }
              });
      SoapRequest request =
          SoapRequest.of(
              URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"),
              new XmlElement("urn:t", "Ask", List.of(), "", List.of()));
      assertThat(client.ask(request)).isInstanceOf(Given.class);
      camera.join();
    }
  }

  @Test
  void pause_whileItWaits_stopsUntilResumed() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    AtomicInteger count = new AtomicInteger();
    try (var service =
            new ScriptedService(exchange -> {
              if (count.getAndIncrement() == 0) {
                asked.countDown();
                over.await();
              }
              ScriptedService.send(exchange, 200, OK);
            });
        var client = client(Optional.empty())) {
      Thread other =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  asked.await();
                  client.pause();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      assertFailed(client.ask(service.question()), new OnvifFailure.Stopped());
      other.join();
      over.countDown();
      assertFailed(client.ask(service.question()), new OnvifFailure.Stopped());
      client.resume();
      assertThat(client.ask(service.question())).isInstanceOf(Given.class);
    }
  }

  @Test
  void close_beforeAQuestion_isStopped() throws Exception {
    try (var service = ScriptedService.saying(200, OK)) {
      var client = client(Optional.empty());
      client.close();
      assertFailed(client.ask(service.question()), new OnvifFailure.Stopped());
      assertThat(service.bodies).isEmpty();
    }
  }
}
