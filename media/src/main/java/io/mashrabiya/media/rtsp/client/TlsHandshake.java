package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.rtsp.Fingerprint;
import io.mashrabiya.media.rtsp.RtspAddress;
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
/// Guarantee: where the address names a certificate, it is that one; else it is one that this
/// machine's authorities vouch for, for the address's host. Cameras mostly sign their own, so whom
/// nobody vouches for is told with its fingerprint, for a person to compare and write down.
final class TlsHandshake {
  private TlsHandshake() {}

  static Socket over(Socket plain, RtspAddress address, RtspSettings settings)
      throws PlayEnded, IOException {
    Pin pin = new Pin(address.certificate());
    try {
      plain.setSoTimeout((int) settings.reply().toMillis());
      SSLSocket secure =
          (SSLSocket)
              context(pin)
                  .getSocketFactory()
                  .createSocket(plain, address.host(), address.port(), true);
      if (address.certificate().isEmpty()) {
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 2818: the host's own name
        secure.setSSLParameters(parameters);
      }
      secure.startHandshake();
      return secure;
    } catch (SSLException e) {
      throw new PlayEnded(
          pin.shown
              .<RtspOutcome>map(
                  shown -> new RtspOutcome.NotVouchedFor(shown, address.certificate().isPresent()))
              .orElseGet(() -> new RtspOutcome.Unreachable("it does not speak TLS there")));
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
