package io.mashrabiya.media.socket;

import io.mashrabiya.media.address.Fingerprint;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// Makes sure, for one client and each of its connections, that it is the camera at the other end.
///
/// Guarantee: where a person has written a certificate down, it is that one; else it is one that
/// this machine's authorities vouch for, for the host. Cameras mostly sign their own, so whom
/// nobody vouches for is told with its fingerprint, for a person to compare and write down. A
/// session that is resumed is one that this client began, and its certificate is compared again.
///
/// Owned by one thread.
public final class TlsHandshake {
  private final String host;
  private final int port;
  private final Optional<Fingerprint> wanted;
  private final Pin pin;
  private final SSLContext context;

  /// @param host whose certificate it has to be, where none is named
  /// @param wanted the one that a person has written down
  public TlsHandshake(String host, int port, Optional<Fingerprint> wanted) {
    this.host = host;
    this.port = port;
    this.wanted = wanted;
    this.pin = new Pin(wanted);
    try {
      this.context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {pin}, null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /// What the handshake came to.
  public sealed interface Outcome {
    /// It is the camera: go on with this socket.
    record Vouched(Socket secure) implements Outcome {}

    /// It is not, or there is no telling.
    record Failed(TlsFailure why) implements Outcome {}
  }

  /// Shakes hands over a connection.
  ///
  /// @param plain has been told until when it may be read
  /// @throws SocketTimeoutException when that has passed
  public Outcome over(DeadlineSocket plain) throws SocketTimeoutException {
    try {
      return new Outcome.Vouched(shakenHands(plain));
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException | CertificateException e) {
      return new Outcome.Failed(
          pin.takeRefused()
              .<TlsFailure>map(shown -> new TlsFailure.NotVouchedFor(shown, wanted.isPresent()))
              .orElseGet(() -> failure(e)));
    }
  }

  private SSLSocket shakenHands(DeadlineSocket plain) throws IOException, CertificateException {
    SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
    if (wanted.isEmpty()) {
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 2818: the host's own name
      secure.setSSLParameters(parameters);
    }
    secure.startHandshake();
    pin.check((X509Certificate) secure.getSession().getPeerCertificates()[0]); // resumed or not
    return secure;
  }

  /// The JDK has an exception of its own for a peer that speaks TLS and goes no further.
  private static TlsFailure failure(Exception e) {
    return e instanceof SSLException && !(e instanceof SSLHandshakeException)
        ? new TlsFailure.NotSpoken()
        : new TlsFailure.BrokenOff(Printable.of(String.valueOf(e.getMessage())));
  }
}
