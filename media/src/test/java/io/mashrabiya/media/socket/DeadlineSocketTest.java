package io.mashrabiya.media.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.CaptureClock;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadlineSocketTest {
  /// More than the sockets hold.
  private static final int MUCH = 64 << 20;

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final CaptureClock CLOCK = CaptureClock.startingAt(InstantSource.system());
  @TempDir private static Path folder;
  private static SelfSigned certificate;

  private final AtomicLong bytesPassed = new AtomicLong();
  private ServerSocket listener;
  private DeadlineSocket near;
  private HoldingSocket far;
  private Socket secureFar;

  @BeforeAll
  static void certify() throws Exception {
    certificate = SelfSigned.in(folder);
  }

  @BeforeEach
  void connect() throws IOException {
    listener =
        new ServerSocket(0, 1, InetAddress.getLoopbackAddress()) {
          @Override
          public HoldingSocket accept() throws IOException {
            HoldingSocket accepted = new HoldingSocket();
            implAccept(accepted);
            return accepted;
          }
        };
    connect(Duration.ofMinutes(1));
  }

  private void connect(Duration patience) throws IOException {
    near = new Sockets(CLOCK, patience).dial("127.0.0.1", listener.getLocalPort(), patience);
    far = (HoldingSocket) listener.accept();
    near.readUntil(in(Duration.ofMinutes(1)));
  }

  private static long in(Duration time) {
    return CLOCK.nowMicros() + TimeUnit.NANOSECONDS.toMicros(time.toNanos());
  }

  @AfterEach
  void disconnect() throws IOException {
    near.close();
    far.close();
    listener.close();
  }

  /// The far end's TLS, over the connection.
  private SSLSocket secured() throws IOException {
    var secure =
        (SSLSocket)
            certificate.context().getSocketFactory().createSocket(far, "127.0.0.1", 1, true);
    secure.setUseClientMode(false);
    return secure;
  }

  private Socket shakenHands() throws Exception {
    SSLSocket server = secured();
    Thread shaking = Thread.ofPlatform().daemon().start(() -> quietly(server::startHandshake));
    var outcome =
        new TlsHandshake("127.0.0.1", 1, Optional.of(certificate.fingerprint())).over(near);
    shaking.join();
    secureFar = server;
    return ((TlsHandshake.Outcome.Vouched) outcome).secure();
  }

  private interface Talk {
    void run() throws IOException;
  }

  private static void quietly(Talk talk) {
    try {
      talk.run();
    } catch (IOException e) {
      // the near end has had enough
    }
  }

  @Test
  void write_peerThatReads_arrives() throws IOException {
    near.getOutputStream().write(new byte[] {1, 2});
    near.getOutputStream().write(3);
    assertThat(far.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
    assertThat(near.isClosed()).isFalse();
  }

  @Test
  void write_peerThatReadsNothing_endsInTimeWithTheSocket() throws IOException {
    connect(SHORT);
    assertThatThrownBy(() -> near.getOutputStream().write(new byte[MUCH]))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(near.isClosed()).isTrue();
  }

  /// Closing TLS waits for whoever writes, so that it cannot be what ends the write.
  @Test
  void write_tlsPeerThatReadsNothing_endsInTimeWithTheConnection() throws Exception {
    connect(SHORT);
    near.readUntil(in(Duration.ofMinutes(1)));
    OutputStream output = shakenHands().getOutputStream();
    assertThatThrownBy(() -> output.write(new byte[MUCH]))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(near.isClosed()).isTrue();
  }

  @Test
  void write_socketThatIsClosed_isNoMatterOfTime() throws IOException {
    OutputStream output = near.getOutputStream();
    near.close();
    assertThatThrownBy(() -> output.write(new byte[1])).isInstanceOf(SocketException.class);
  }

  @Test
  void read_nothingComes_endsAndMayGoOn() throws IOException {
    InputStream input = near.getInputStream();
    near.readUntil(in(SHORT));
    assertThatThrownBy(input::read).isInstanceOf(SocketTimeoutException.class);
    far.getOutputStream().write(7);
    near.readUntil(in(Duration.ofMinutes(1)));
    assertThat(input.read()).isEqualTo(7);
  }

  /// A message of a handshake that comes byte by byte, each in time.
  @Test
  void handshake_peerThatDrips_endsAtTheDeadline() {
    Thread.ofPlatform()
        .daemon()
        .start(() -> quietly(() -> drip(new byte[] {22, 3, 3, 64, 0}, far.getOutputStream())));
    near.readUntil(in(SHORT));
    assertThatThrownBy(() -> new TlsHandshake("127.0.0.1", 1, Optional.empty()).over(near))
        .isInstanceOf(SocketTimeoutException.class);
  }

  /// A record of 16 KiB that comes byte by byte, each in time: one read of what is in it.
  @Test
  void read_tlsRecordThatDrips_endsAtTheDeadline() throws Exception {
    InputStream input = shakenHands().getInputStream();
    Thread.ofPlatform()
        .daemon()
        .start(() -> quietly(() -> drip(new byte[] {23, 3, 3, 64, 0}, far.getOutputStream())));
    near.readUntil(in(SHORT));
    assertThatThrownBy(input::read).isInstanceOf(SocketTimeoutException.class);
    assertThat(bytesPassed.get()).as("bytes of the record").isLessThan(16_384);
  }

  private void drip(byte[] head, OutputStream output) throws IOException {
    output.write(head);
    for (int i = 0; i < 16_384; i++) {
      output.write(1);
      bytesPassed.incrementAndGet();
      LockSupport.parkNanos(10_000_000);
    }
  }

  /// A deadline is no end: what had come of a record by then counts.
  @Test
  void read_tlsRecordThatADeadlineCuts_isReadWholeAfterIt() throws Exception {
    Socket secure = shakenHands();
    byte[] record = recordOf(new byte[] {1, 2, 3, 4});
    far.held = Optional.empty();
    far.getOutputStream().write(record, 0, 12);
    InputStream input = secure.getInputStream();
    near.readUntil(in(SHORT));
    assertThatThrownBy(input::read).isInstanceOf(SocketTimeoutException.class);
    far.getOutputStream().write(record, 12, record.length - 12);
    near.readUntil(in(Duration.ofMinutes(1)));
    assertThat(input.readNBytes(4)).containsExactly(1, 2, 3, 4);
  }

  /// What the far end would send for that.
  private byte[] recordOf(byte[] text) throws IOException {
    var held = new ByteArrayOutputStream();
    far.held = Optional.of(held);
    secureFar.getOutputStream().write(text);
    return held.toByteArray();
  }

  /// Sends what is written to it, unless that is to be held.
  private static final class HoldingSocket extends Socket {
    private Optional<OutputStream> held = Optional.empty();

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          held.orElse(out).write(bytes, offset, length);
        }
      };
    }
  }
}
