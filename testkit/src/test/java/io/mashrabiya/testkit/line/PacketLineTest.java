package io.mashrabiya.testkit.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mashrabiya.network.shape.Line;
import io.mashrabiya.network.shape.Outages;
import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.network.shape.Way;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.Tab;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The kernel's own TCP over a line. What takes time is held from below only: whatever else the
/// machine does, nothing can be sooner than the line lets it.
@Tag("peer")
@Tag("slow")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PacketLineTest {
  private static final long SEED = 26;

  @Test
  void bytes_overTheWorstLine_allArriveThoughPacketsAreLost() throws Exception {
    try (PacketLine line = PacketLine.open(Profile.DECEMBER26.line(), SEED)) {
      byte[] sent = noise(30_000);
      assertThat(fetched(line, sent)).isEqualTo(sent);
      assertThat(line.fromRelay().lost() + line.toRelay().lost()).as("seed " + SEED).isPositive();
    }
  }

  @Test
  void bytes_thatOvertakeEachOther_arriveInOrder() throws Exception {
    Way way = Way.steady(5_000_000, Duration.ofMillis(10), 256 << 10).reordering(0.2);
    try (PacketLine line = PacketLine.open(new Line(way, way, Optional.empty()), SEED)) {
      byte[] sent = noise(500_000);
      assertThat(fetched(line, sent)).isEqualTo(sent);
    }
  }

  @Test
  void bytes_ofALongAnswer_takeTheRate() throws Exception {
    long begun = System.nanoTime();
    Way way = Way.steady(2_000_000, Duration.ZERO, 64 << 10);
    try (PacketLine line = PacketLine.open(new Line(way, way, Optional.empty()), SEED)) {
      fetched(line, noise(500_000));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void connecting_overALine_takesBothWays() throws Exception {
    try (PacketLine line = PacketLine.open(Profile.VILLAGE.line(), SEED);
        ServerSocket server = new ServerSocket(0, 1, line.address())) {
      long begun = System.nanoTime();
      connect(line, server).close();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(240));
    }
  }

  @Test
  void line_thatForgets_carriesNewConnectionsAlone() throws Exception {
    try (PacketLine line = PacketLine.open(Profile.FIBRE.line(), SEED);
        ServerSocket server = new ServerSocket(0, 2, line.address());
        Socket old = connect(line, server);
        Socket oldEnd = server.accept()) {
      line.forgets();
      old.getOutputStream().write(1);
      try (Socket fresh = connect(line, server);
          Socket freshEnd = server.accept()) {
        fresh.getOutputStream().write(2);
        assertThat(freshEnd.getInputStream().read()).isEqualTo(2);
      }
      assertThat(oldEnd.getInputStream().available()).isZero();
    }
  }

  @Test
  void line_thatBreaks_carriesNothingUntilItIsMended() throws Exception {
    try (PacketLine line = PacketLine.open(Profile.FIBRE.line(), SEED);
        ServerSocket server = new ServerSocket(0, 1, line.address());
        Socket client = connect(line, server);
        Socket end = server.accept()) {
      long carried = line.toRelay().carried();
      line.breaks();
      long lost = line.toRelay().lost();
      client.getOutputStream().write(7);
      while (line.toRelay().lost() == lost) {
        Thread.onSpinWait();
      }
      assertThat(end.getInputStream().available()).isZero();
      line.mends();
      assertThat(end.getInputStream().read()).isEqualTo(7);
      while (line.toRelay().carried() == carried) {
        Thread.onSpinWait(); // it is counted once it is out
      }
    }
  }

  @Test
  void connection_throughOutages_goesOn() throws Exception {
    long begun = System.nanoTime();
    Way way = Way.steady(1_000_000, Duration.ofMillis(20), 64 << 10);
    var second = new Outages.Between(Duration.ofSeconds(1), Duration.ofSeconds(1));
    var line = new Line(way, way, Optional.of(new Outages(second, second)));
    try (PacketLine failing = PacketLine.open(line, SEED)) {
      byte[] sent = noise(300_000); // 2.4 seconds of a line that works: two failures at least
      assertThat(fetched(failing, sent)).isEqualTo(sent);
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThan(Duration.ofMillis(4_400));
    }
  }

  @Test
  void become_ofALine_isTheOtherOneForConnectionsThatAreThere() throws Exception {
    try (PacketLine line = PacketLine.open(Profile.FIBRE.line(), SEED);
        ServerSocket server = new ServerSocket(0, 1, line.address());
        Socket client = connect(line, server);
        Socket accepted = server.accept()) {
      line.become(Profile.VILLAGE.line(), SEED);
      long begun = System.nanoTime();
      client.getOutputStream().write('a');
      assertThat(accepted.getInputStream().read()).isEqualTo('a');
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(120));
    }
  }

  @Test
  void bytes_thatTheLineCarried_areCounted() throws Exception {
    try (PacketLine line = PacketLine.open(Profile.FIBRE.line(), SEED)) {
      byte[] sent = noise(100_000);
      assertThat(fetched(line, sent)).isEqualTo(sent);
      assertThat(line.fromRelay().carriedBytes()).isGreaterThan(sent.length);
      assertThat(line.toRelay().carriedBytes()).isPositive().isLessThan(sent.length);
    }
  }

  @Test
  @Tag("browser")
  void browser_beyond_hasThisMachineForItsOwn() throws Exception {
    try (PacketLine line = PacketLine.open(Profile.LTE.line(), SEED)) {
      HttpServer server = HttpServer.create(new InetSocketAddress(line.address(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            byte[] page = "<title>here</title>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
          });
      server.start();
      try (Chromium browser = line.browser();
          Tab tab = browser.newTab()) {
        tab.page().navigate("http://localhost:" + server.getAddress().getPort() + "/");
        assertThat(tab.page().title()).isEqualTo("here");
        assertThat(tab.page().evaluate("() => crypto.subtle !== undefined")).isEqualTo(true);
        assertThat(line.toRelay().carried()).isPositive();
      } finally {
        server.stop(0);
      }
    }
  }

  @Test
  void close_ofALine_takesItsDeviceAway() throws Exception {
    NetworkInterface device;
    try (PacketLine line = PacketLine.open(Profile.FIBRE.line(), SEED)) {
      device = NetworkInterface.getByInetAddress(line.address());
      assertThat(device.isUp()).isTrue();
    }
    assertThat(NetworkInterface.getByName(device.getName())).isNull();
  }

  @Test
  void crash_ofAProcessWithALine_leavesNothing() throws Exception {
    PacketLine.open(Profile.FIBRE.line(), SEED).close(); // or skips
    Process crashing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingLine.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String device = crashing.inputReader(StandardCharsets.UTF_8).readLine();
    assertThat(NetworkInterface.getByName(device)).isNotNull();
    crashing.destroyForcibly().waitFor();
    assertThat(NetworkInterface.getByName(device)).isNull();
  }

  /// What a client beyond gets of a server here that sends this and closes.
  private static byte[] fetched(PacketLine line, byte[] sent) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, line.address())) {
      var serving =
          new FutureTask<>(() -> {
            try (Socket accepted = server.accept()) {
              accepted.getOutputStream().write(sent);
            }
            return true;
          });
      Thread.ofVirtual().start(serving);
      try (Socket client = connect(line, server)) {
        byte[] got = client.getInputStream().readAllBytes();
        assertThat(serving.get()).isTrue();
        return got;
      }
    }
  }

  private static Socket connect(PacketLine line, ServerSocket server) throws Exception {
    return line.beyond().within(() -> new Socket(line.address(), server.getLocalPort()));
  }

  private static byte[] noise(int length) throws IOException {
    byte[] bytes = new byte[length];
    new SplittableRandom(SEED).nextBytes(bytes);
    return bytes;
  }
}
