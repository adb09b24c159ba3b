package io.mashrabiya.app.doctor.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What answers in HTTP, and what is made of it.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpLookTest {
  private HttpServer server;
  private String url;

  @BeforeEach
  void open() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    url = "http://localhost:" + server.getAddress().getPort();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void answer(int status, int bytes) {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, bytes);
          exchange.getResponseBody().write("x".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
          exchange.close();
        });
  }

  private Verdict relay(Instant now) throws InterruptedException {
    return new RelayReached(new Origin(url), Optional.empty(), InstantSource.fixed(now)).examine();
  }

  @Test
  void look_atAnAnswer_hasItsDate() throws Exception {
    answer(200, 2);
    HttpLook look = look(HttpLook.PATIENCE);
    assertThat(look.isOk()).isTrue();
    assertThat(look.body()).isEqualTo("xx");
    assertThat(look.date()).isPresent();
  }

  @Test
  void look_bodyBeyondTheBound_isNoAnswer() throws Exception {
    answer(200, (1 << 20) + 1);
    assertThatThrownBy(() -> look(HttpLook.PATIENCE)).isInstanceOf(IOException.class);
  }

  /// As a server that begins its answer and never ends it.
  @Test
  void look_answerThatNeverEnds_isGivenUp() throws Exception {
    server.createContext("/", exchange -> exchange.sendResponseHeaders(200, 10));
    assertThatThrownBy(() -> look(Duration.ofMillis(200))).isInstanceOf(IOException.class);
  }

  @Test
  void relay_clockFarFromThisMachines_isAdvised() throws Exception {
    answer(200, 2);
    assertThat(relay(Instant.now())).isInstanceOf(Verdict.Ok.class);
    assertThat(relay(Instant.now().plus(Duration.ofHours(1))).found())
        .asString()
        .contains("s ahead of the relay's");
    assertThat(relay(Instant.now().minus(Duration.ofHours(1))))
        .isInstanceOfSatisfying(
            Verdict.Advice.class, advice -> assertThat(advice.remedy()).asString().contains("NTP"));
  }

  @Test
  void relay_thatIsNone_isAFault() throws Exception {
    answer(404, 2);
    assertThat(relay(Instant.now()))
        .isInstanceOfSatisfying(
            Verdict.Fault.class,
            fault -> assertThat(fault.found()).asString().contains("HTTP status 404"));
  }

  private HttpLook look(Duration patience) throws Exception {
    return HttpLook.get(url, patience, HttpClient.newHttpClient());
  }
}
