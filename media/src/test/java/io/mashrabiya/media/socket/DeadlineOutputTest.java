package io.mashrabiya.media.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadlineOutputTest {
  /// More than the sockets hold.
  private static final int MUCH = 64 << 20;

  private Socket near;
  private Socket far;

  @BeforeEach
  void connect() throws IOException {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      near = new Socket(listener.getInetAddress(), listener.getLocalPort());
      far = listener.accept();
    }
  }

  @AfterEach
  void disconnect() throws IOException {
    near.close();
    far.close();
  }

  private DeadlineOutput within(Duration patience) {
    return new DeadlineOutput(near, patience);
  }

  @Test
  void write_peerThatReads_arrives() throws IOException {
    within(Duration.ofMinutes(1)).write(new byte[] {1, 2, 3});
    assertThat(far.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
    assertThat(near.isClosed()).isFalse();
  }

  @Test
  void write_peerThatReadsNothing_endsInTimeWithTheSocket() {
    assertThatThrownBy(() -> within(Duration.ofMillis(200)).write(new byte[MUCH]))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(near.isClosed()).isTrue();
  }

  /// Closing TLS waits for whoever writes, so that it cannot be what ends the write.
  @Test
  void write_tlsPeerThatReadsNothing_endsInTimeWithTheConnection(@TempDir Path folder)
      throws Exception {
    SelfSigned certificate = SelfSigned.in(folder);
    try (var listener = certificate.listen();
        var plain = new Socket(listener.getInetAddress(), listener.getLocalPort());
        var server = (SSLSocket) listener.accept()) {
      Thread.ofVirtual().start(() -> shakeHands(server));
      var outcome =
          TlsHandshake.over(
              plain,
              "127.0.0.1",
              listener.getLocalPort(),
              Optional.of(certificate.fingerprint()),
              Duration.ofMinutes(1));
      Socket secure = ((TlsHandshake.Outcome.Vouched) outcome).secure();
      var output = new DeadlineOutput(secure, plain, Duration.ofMillis(200));
      assertThatThrownBy(() -> output.write(new byte[MUCH]))
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(plain.isClosed()).isTrue();
    }
  }

  private static void shakeHands(SSLSocket server) {
    try {
      server.startHandshake();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void write_socketThatIsClosed_isNoMatterOfTime() throws IOException {
    near.close();
    assertThatThrownBy(() -> within(Duration.ofMinutes(1)).write(new byte[1]))
        .isInstanceOf(SocketException.class);
  }
}
