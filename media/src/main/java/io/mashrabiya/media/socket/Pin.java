package io.mashrabiya.media.socket;

import io.mashrabiya.media.address.Fingerprint;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Judges a camera's certificate by its fingerprint where one is written down, else as the machine
/// does; remembers what it refused.
///
/// A certificate that is written down is taken whatever its algorithm, its dates and its name: it
/// is the person who vouches for it, not its signature. Owned by the thread that shakes hands.
final class Pin extends X509ExtendedTrustManager {
  private final Optional<Fingerprint> wanted;
  private Optional<X509ExtendedTrustManager> machine = Optional.empty();
  private Optional<Fingerprint> refused = Optional.empty();

  Pin(Optional<Fingerprint> wanted) {
    this.wanted = wanted;
  }

  /// What it refused since the last time that this was asked.
  Optional<Fingerprint> takeRefused() {
    Optional<Fingerprint> taken = refused;
    refused = Optional.empty();
    return taken;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    if (wanted.isPresent()) {
      check(chain[0]);
      return;
    }
    try {
      machine().checkServerTrusted(chain, type, socket);
    } catch (CertificateException e) {
      refused = Optional.of(Fingerprint.of(chain[0]));
      throw e;
    }
  }

  /// Whether it is the one that is written down, where one is.
  void check(X509Certificate shown) throws CertificateException {
    Fingerprint print = Fingerprint.of(shown);
    if (wanted.isPresent() && !wanted.get().equals(print)) {
      refused = Optional.of(print);
      throw new CertificateException("another certificate than the one written down");
    }
  }

  private X509ExtendedTrustManager machine() {
    if (machine.isEmpty()) {
      machine = Optional.of(MachineTrust.manager());
    }
    return machine.get();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("there are sockets only here");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("nobody says here whose it has to be");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw noClients();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw noClients();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw noClients();
  }

  private static CertificateException noClients() {
    return new CertificateException("there are no clients here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
