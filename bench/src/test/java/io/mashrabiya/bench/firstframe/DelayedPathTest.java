package io.mashrabiya.bench.firstframe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DelayedPathTest {
  private static final Duration ONE_WAY = Duration.ofMillis(5);
  private static final byte[] QUESTION = "question".getBytes(US_ASCII);
  private static final byte[] ANSWER = "the answer".getBytes(US_ASCII);

  @Test
  void path_bothWays_bringsEverythingNoSoonerThanItsLength() throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (var door = new ServerSocket(0, 1, here);
        var path =
            DelayedPath.to(door.getLocalPort(), ONE_WAY, new Landmark("wer".getBytes(US_ASCII)));
        var client = new Socket(here, path.port());
        Socket server = door.accept()) {
      long asked = System.nanoTime();
      client.getOutputStream().write(QUESTION);
      assertThat(server.getInputStream().readNBytes(QUESTION.length)).isEqualTo(QUESTION);
      assertThat(System.nanoTime() - asked).isGreaterThanOrEqualTo(ONE_WAY.toNanos());
      server.getOutputStream().write(ANSWER);
      assertThat(client.getInputStream().readNBytes(ANSWER.length)).isEqualTo(ANSWER);
      assertThat(path.departures()).hasSize(1);
      assertThat(System.nanoTime() - path.departures().getFirst())
          .isGreaterThanOrEqualTo(ONE_WAY.toNanos());
    }
  }

  @Test
  void path_serverThatHangsUp_endsTheClientsStream() throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (var door = new ServerSocket(0, 1, here);
        var path = DelayedPath.to(door.getLocalPort(), ONE_WAY, new Landmark(ANSWER));
        var client = new Socket(here, path.port())) {
      door.accept().close();
      assertThat(client.getInputStream().read()).isEqualTo(-1);
      assertThat(path.departures()).isEmpty();
    }
  }
}
