package io.mashrabiya.media.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.CaptureClock;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SocketsTest {
  private static final Duration PATIENT = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(200);

  /// Nobody listens there, which the system says at once.
  private static final byte[] NOBODY = {127, 0, 0, 2};

  private final CountDownLatch looking = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);
  private ServerSocket listener;

  @BeforeEach
  void listen() throws Exception {
    listener = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }

  @AfterEach
  void end() throws Exception {
    never.countDown();
    listener.close();
  }

  private static Sockets of(Names.Resolver resolver) {
    return new Sockets(
        CaptureClock.startingAt(InstantSource.system()), PATIENT, new Names(resolver));
  }

  private InetAddress[] waitsForEver() {
    looking.countDown();
    try {
      never.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return new InetAddress[0];
  }

  @Test
  void dial_nameServerThatSaysNothing_isGivenUpInTime() {
    try (Sockets sockets = of(host -> waitsForEver())) {
      assertThatThrownBy(() -> sockets.dial("camera", 554, SHORT))
          .isInstanceOf(DialFailed.class)
          .hasMessageContaining("where this host is");
    }
  }

  @Test
  void dial_hungUpMeanwhile_endsAtOnce() throws Exception {
    try (Sockets sockets = of(host -> waitsForEver())) {
      var ended = new CompletableFuture<DialFailed>();
      Thread.ofVirtual()
          .start(() -> {
            try {
              sockets.dial("camera", 554, PATIENT);
            } catch (DialFailed e) {
              ended.complete(e);
            }
          });
      looking.await();
      sockets.hangUp();
      assertThat(ended.get(30, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void dial_unknownHost_saysSo() {
    try (Sockets sockets =
        of(host -> {
          throw new UnknownHostException(host);
        })) {
      assertThatThrownBy(() -> sockets.dial("camera", 554, PATIENT)).hasMessage("unknown host");
    }
  }

  @Test
  void dial_firstAddressRefuses_triesTheNext() throws Exception {
    InetAddress[] both = {InetAddress.getByAddress(NOBODY), listener.getInetAddress()};
    try (Sockets sockets = of(host -> both);
        DeadlineSocket socket = sockets.dial("camera", listener.getLocalPort(), PATIENT)) {
      assertThat(socket.getInetAddress()).isEqualTo(listener.getInetAddress());
    }
  }

  @Test
  void dial_everyAddressRefuses_saysWhy() throws Exception {
    InetAddress[] nobody = {InetAddress.getByAddress(NOBODY)};
    try (Sockets sockets = of(host -> nobody)) {
      assertThatThrownBy(() -> sockets.dial("camera", listener.getLocalPort(), PATIENT))
          .isInstanceOf(DialFailed.class)
          .hasMessageContaining("refused");
    }
  }

  /// A name with a great many addresses costs no more than its first ones.
  @Test
  void dial_moreAddressesThanFour_triesNoMore() throws Exception {
    InetAddress nobody = InetAddress.getByAddress(NOBODY);
    InetAddress[] many = {nobody, nobody, nobody, nobody, listener.getInetAddress()};
    try (Sockets sockets = of(host -> many)) {
      assertThatThrownBy(() -> sockets.dial("camera", listener.getLocalPort(), PATIENT))
          .isInstanceOf(DialFailed.class);
    }
  }
}
