package io.mashrabiya.network.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.network.shape.Line;
import io.mashrabiya.network.shape.Outages;
import io.mashrabiya.network.shape.Way;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// On real connections. What takes time is held from below only.
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LineProxyTest {
  private static final long SEED = 26;
  private static final Predicate<String> NOBODY = opening -> false;
  private static final Way GOOD = Way.steady(100_000_000, Duration.ZERO, 256 << 10);

  /// Over which nothing comes while a test runs.
  private static final Way ENDLESS = Way.steady(1_000_000, Duration.ofHours(1), 4 << 10);

  private static Line line(Way both) {
    return new Line(both, both, Optional.empty());
  }

  /// Sends everything back, and ends when its client does.
  private static ServerSocket echo() throws IOException {
    var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              Socket client = server.accept();
              Thread.ofVirtual()
                  .start(() -> {
                    try (client) {
                      client.getInputStream().transferTo(client.getOutputStream());
                    } catch (IOException e) {
                      return; // its client went
                    }
                  });
            }
          } catch (IOException e) {
            return; // the test is over
          }
        });
    return server;
  }

  private static LineProxy before(ServerSocket server, Line line, Predicate<String> isBeside)
      throws IOException {
    LineProxy proxy = LineProxy.listen(0, line, SEED, isBeside);
    proxy.leadTo(server.getLocalPort());
    return proxy;
  }

  private static Socket connect(LineProxy proxy) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
  }

  /// Says it all and ends; what came back until the other side ended.
  private static byte[] answer(LineProxy proxy, byte[] sent) throws Exception {
    try (Socket socket = connect(proxy)) {
      var saying =
          new FutureTask<>(() -> {
            socket.getOutputStream().write(sent);
            socket.shutdownOutput();
            return true;
          });
      Thread.ofVirtual().start(saying);
      byte[] back = socket.getInputStream().readAllBytes();
      assertThat(saying.get()).isTrue();
      return back;
    }
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(SEED).nextBytes(bytes);
    return bytes;
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  @Test
  void bytes_overALineThatLosesAndReorders_comeWholeAndInOrder() throws Exception {
    Way bad =
        Way.steady(2_000_000, Duration.ofMillis(5), 8 << 10)
            .varying(Duration.ofMillis(10))
            .losing(0.1)
            .reordering(0.1);
    byte[] sent = noise(100_000);
    try (ServerSocket server = echo();
        LineProxy proxy = before(server, line(bad), NOBODY)) {
      assertThat(answer(proxy, sent)).isEqualTo(sent);
    }
  }

  @Test
  void firstAnswer_comesAfterTwoRoundTrips() throws Exception {
    Way far = Way.steady(100_000_000, Duration.ofMillis(50), 256 << 10);
    try (ServerSocket server = echo();
        LineProxy proxy = before(server, line(far), NOBODY)) {
      long begun = System.nanoTime();
      try (Socket socket = connect(proxy)) {
        socket.getOutputStream().write('a');
        assertThat(socket.getInputStream().read()).isEqualTo('a');
        assertThat(since(begun)).isGreaterThan(Duration.ofMillis(200));
        long again = System.nanoTime();
        socket.getOutputStream().write('b');
        assertThat(socket.getInputStream().read()).isEqualTo('b');
        assertThat(since(again)).isGreaterThan(Duration.ofMillis(100));
      }
    }
  }

  @Test
  void connections_ofOneLine_shareItsRate() throws Exception {
    Way slow = Way.steady(2_000_000, Duration.ZERO, 8 << 10);
    byte[] sent = noise(50_000);
    try (ServerSocket server = echo();
        LineProxy proxy = before(server, new Line(GOOD, slow, Optional.empty()), NOBODY)) {
      long begun = System.nanoTime();
      var other = new FutureTask<>(() -> answer(proxy, sent));
      Thread.ofVirtual().start(other);
      assertThat(answer(proxy, sent)).isEqualTo(sent);
      assertThat(other.get()).isEqualTo(sent);
      assertThat(since(begun)).isGreaterThan(Duration.ofMillis(400));
    }
  }

  @Test
  void bytes_throughAnOutage_comeAfterIt() throws Exception {
    var half = new Outages.Between(Duration.ofMillis(500), Duration.ofMillis(500));
    Way way = Way.steady(1_000_000, Duration.ZERO, 8 << 10);
    byte[] sent = noise(100_000); // 0.8 seconds of a line that works
    long begun = System.nanoTime();
    try (ServerSocket server = echo();
        LineProxy proxy =
            before(server, new Line(way, GOOD, Optional.of(new Outages(half, half))), NOBODY)) {
      assertThat(answer(proxy, sent)).isEqualTo(sent);
      assertThat(since(begun)).isGreaterThan(Duration.ofMillis(1_300));
    }
  }

  @Test
  void connection_beside_doesNotTakeTheLine() throws Exception {
    try (ServerSocket server = echo();
        LineProxy proxy =
            before(server, line(ENDLESS), opening -> opening.startsWith("GET /beside"))) {
      byte[] sent = "GET /beside and so on".getBytes(StandardCharsets.UTF_8);
      assertThat(answer(proxy, sent)).isEqualTo(sent);
    }
  }

  @Test
  void connection_toAServerThatGoes_ends() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LineProxy proxy = before(server, line(GOOD), NOBODY);
        Socket client = connect(proxy)) {
      client.getOutputStream().write('a');
      Socket accepted = server.accept();
      accepted.setSoLinger(true, 0); // with a reset, as a process that is killed
      accepted.close();
      assertThat(hasEnded(client.getInputStream())).isTrue();
    }
  }

  @Test
  void become_ofALineThatIsInUse_isTheOtherOneForItsConnectionsToo() throws Exception {
    Way far = Way.steady(100_000_000, Duration.ofMillis(50), 256 << 10);
    try (ServerSocket server = echo();
        LineProxy proxy = before(server, line(GOOD), NOBODY);
        Socket socket = connect(proxy)) {
      socket.getOutputStream().write('a');
      assertThat(socket.getInputStream().read()).isEqualTo('a');
      proxy.become(line(far), SEED);
      long begun = System.nanoTime();
      socket.getOutputStream().write('b');
      assertThat(socket.getInputStream().read()).isEqualTo('b');
      assertThat(since(begun)).isGreaterThan(Duration.ofMillis(100));
    }
  }

  @Test
  void bytes_thatTheLineCarried_areCountedBothWaysWithTheirHeaders() throws Exception {
    byte[] sent = noise(50_000);
    try (ServerSocket server = echo();
        LineProxy proxy = before(server, line(GOOD), NOBODY)) {
      assertThat(answer(proxy, sent)).isEqualTo(sent);
      assertThat(proxy.bytesToServer()).isGreaterThan(sent.length);
      assertThat(proxy.bytesFromServer()).isGreaterThan(sent.length);
    }
  }

  @Test
  @DisabledOnOs(value = OS.MAC, disabledReason = "answers on one loopback address only")
  void listen_onAnotherAddress_hasThePortOfTheServerItself() throws Exception {
    InetAddress other = InetAddress.ofLiteral("127.98.1.1");
    try (ServerSocket server = echo();
        LineProxy proxy =
            LineProxy.listen(
                new InetSocketAddress(other, server.getLocalPort()), line(GOOD), SEED, NOBODY)) {
      proxy.leadTo(server.getLocalPort());
      try (Socket socket = new Socket(other, server.getLocalPort())) {
        socket.getOutputStream().write('a');
        assertThat(socket.getInputStream().read()).isEqualTo('a');
        assertThat(proxy.bytesToServer()).isPositive();
      }
    }
  }

  /// Often, for it meets the connection at different moments of its beginning.
  @RepeatedTest(20)
  void close_whileBytesAreUnderWay_endsEverything() throws Exception {
    try (ServerSocket server = echo()) {
      LineProxy proxy = before(server, line(ENDLESS), NOBODY);
      try (Socket client = connect(proxy)) {
        client.getOutputStream().write(noise(1_000));
        proxy.close();
        assertThat(hasEnded(client.getInputStream())).isTrue();
      }
    }
  }

  private static boolean hasEnded(InputStream in) throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }
}
