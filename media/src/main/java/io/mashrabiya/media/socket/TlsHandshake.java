package io.mashrabiya.media.socket;

import io.mashrabiya.media.address.Fingerprint;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// Makes sure that it is the camera at the other end.
///
/// Guarantee: where a person has written a certificate down, it is that one; else it is one that
/// this machine's authorities vouch for, for the host. Cameras mostly sign their own, so whom
/// nobody vouches for is told with its fingerprint, for a person to compare and write down.
public final class TlsHandshake {
  private TlsHandshake() {}

  /// What the handshake came to.
  public sealed interface Outcome {
    /// It is the camera: go on with this socket.
    record Vouched(Socket secure) implements Outcome {}

    /// Nobody vouches for what was shown, or it is another certificate than the one written down.
    record Stranger(Fingerprint shown) implements Outcome {}

    /// What answers there does not speak TLS.
    record NoTls() implements Outcome {}
  }

  /// Shakes hands over a connection.
  ///
  /// @param host whose certificate it has to be, where none is named
  /// @param wanted the one that a person has written down
  /// @param plain has been told until when it may be read
  /// @throws java.net.SocketTimeoutException when that has passed
  public static Outcome over(
      DeadlineSocket plain, String host, int port, Optional<Fingerprint> wanted)
      throws IOException {
    Pin pin = new Pin(wanted);
    try {
      SSLSocket secure =
          (SSLSocket) context(pin).getSocketFactory().createSocket(plain, host, port, true);
      if (wanted.isEmpty()) {
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 2818: the host's own name
        secure.setSSLParameters(parameters);
      }
      secure.startHandshake();
      return new Outcome.Vouched(secure);
    } catch (SSLException e) {
      return pin.shown.<Outcome>map(Outcome.Stranger::new).orElseGet(Outcome.NoTls::new);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static SSLContext context(Pin pin) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {pin}, null);
    return context;
  }

  /// Judges by the fingerprint where there is one, else as the machine does; remembers what was
  /// shown.
  private static final class Pin implements X509TrustManager {
    private final Optional<Fingerprint> wanted;
    private final X509TrustManager machine = MachineTrust.manager();
    private Optional<Fingerprint> shown = Optional.empty();

    Pin(Optional<Fingerprint> wanted) {
      this.wanted = wanted;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      Fingerprint first = Fingerprint.of(chain[0]);
      shown = Optional.of(first);
      if (wanted.isEmpty()) {
        machine.checkServerTrusted(chain, type);
      } else if (!wanted.get().equals(first)) {
        throw new CertificateException("another certificate than the one written down");
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("there are no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
