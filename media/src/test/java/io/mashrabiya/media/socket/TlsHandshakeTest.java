package io.mashrabiya.media.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.CaptureClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsHandshakeTest {
  private static final Duration GUARD = Duration.ofSeconds(30);
  private static final CaptureClock CLOCK = CaptureClock.startingAt(InstantSource.system());
  @TempDir private static Path folder;
  @TempDir private static Path another;
  @TempDir private static Path ofOld;
  private static SelfSigned certificate;
  private static SelfSigned old;

  private final Sockets sockets = new Sockets(CLOCK, GUARD);

  @BeforeAll
  static void certify() throws Exception {
    certificate = SelfSigned.in(folder);
    old = SelfSigned.ofOldIn(ofOld);
  }

  /// What the camera does with each connection.
  private interface Camera {
    void talks(SSLSocket socket) throws IOException;
  }

  private TlsHandshake.Outcome of(TlsHandshake handshake, SelfSigned shown, Camera camera)
      throws Exception {
    try (ServerSocket listener = shown.listen()) {
      accept(listener, camera);
      return handshake.over(dial(listener));
    }
  }

  private static void accept(ServerSocket listener, Camera camera) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try (var socket = (SSLSocket) listener.accept()) {
            camera.talks(socket);
          } catch (IOException e) {
            // the handshake failed, as the test wants it
          }
        });
  }

  private DeadlineSocket dial(ServerSocket listener) throws DialFailed {
    DeadlineSocket socket = sockets.dial("127.0.0.1", listener.getLocalPort(), GUARD);
    socket.readUntil(CLOCK.nowMicros() + TimeUnit.NANOSECONDS.toMicros(GUARD.toNanos()));
    return socket;
  }

  private static TlsHandshake wanting(SelfSigned written) {
    return new TlsHandshake("127.0.0.1", 1, Optional.of(written.fingerprint()));
  }

  private static TlsHandshake wantingAnybody() {
    return new TlsHandshake("127.0.0.1", 1, Optional.empty());
  }

  private static TlsFailure failure(TlsHandshake.Outcome outcome) {
    return ((TlsHandshake.Outcome.Failed) outcome).why();
  }

  @Test
  void over_certificateOfOldThatIsWrittenDown_isVouched() throws Exception {
    assertThat(of(wanting(old), old, SSLSocket::startHandshake))
        .isInstanceOf(TlsHandshake.Outcome.Vouched.class);
  }

  @Test
  void over_certificateOfOldThatIsNotWrittenDown_isToldWithItsFingerprint() throws Exception {
    assertThat(failure(of(wantingAnybody(), old, SSLSocket::startHandshake)))
        .isEqualTo(new TlsFailure.NotVouchedFor(old.fingerprint(), false));
  }

  @Test
  void over_cameraThatWantsAClientCertificate_isNoStranger() throws Exception {
    var outcome =
        of(
            wanting(certificate),
            certificate,
            socket -> {
              socket.setEnabledProtocols(new String[] {"TLSv1.2"});
              socket.setNeedClientAuth(true);
              socket.startHandshake();
            });
    assertThat(failure(outcome)).isInstanceOf(TlsFailure.BrokenOff.class);
    assertThat(failure(outcome).worthRetrying()).isTrue();
  }

  @Test
  void over_cameraThatHangsUp_isNoStrangerAndMaySpeakTls() throws Exception {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform()
          .daemon()
          .start(() -> {
            try (var socket = listener.accept()) {
              socket.getInputStream().read();
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          });
      assertThat(failure(wanting(certificate).over(dial(listener))))
          .isInstanceOf(TlsFailure.BrokenOff.class);
    }
  }

  /// What one session is told, the one that resumes it knows.
  @Test
  void over_again_resumesTheSession() throws Exception {
    TlsHandshake handshake = wanting(certificate);
    try (ServerSocket listener = certificate.listen()) {
      sessionOf(handshake, listener).putValue("mark", "of the first");
      assertThat(sessionOf(handshake, listener).getValue("mark")).isEqualTo("of the first");
    }
  }

  private SSLSession sessionOf(TlsHandshake handshake, ServerSocket listener) throws Exception {
    accept(listener, socket -> socket.getOutputStream().write(7));
    var outcome = (TlsHandshake.Outcome.Vouched) handshake.over(dial(listener));
    try (var secure = (SSLSocket) outcome.secure()) {
      assertThat(secure.getInputStream().read()).isEqualTo(7);
      return secure.getSession();
    }
  }

  @Test
  void over_againAndAnotherCertificateIsShown_isRefused() throws Exception {
    TlsHandshake handshake = wanting(certificate);
    SelfSigned other = SelfSigned.in(another);
    int port;
    try (ServerSocket listener = certificate.listen()) {
      sessionOf(handshake, listener);
      port = listener.getLocalPort();
    }
    try (ServerSocket listener = other.listen(port)) {
      accept(listener, SSLSocket::startHandshake);
      assertThat(failure(handshake.over(dial(listener))))
          .isEqualTo(new TlsFailure.NotVouchedFor(other.fingerprint(), true));
    }
  }

  @Test
  void over_afterARefusal_forgetsIt() throws Exception {
    TlsHandshake handshake = wanting(certificate);
    of(handshake, old, SSLSocket::startHandshake);
    assertThat(of(handshake, certificate, SSLSocket::startHandshake))
        .isInstanceOf(TlsHandshake.Outcome.Vouched.class);
  }
}
