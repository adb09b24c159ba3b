package io.mashrabiya.relay.tls;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// One whole handshake in memory, between a server with the keys and a client that expects exactly
/// one certificate. It shows that the key belongs to the certificate, without this room's ever
/// naming a key.
final class Rehearsal {
  private static final int STEPS = 200;

  private Rehearsal() {}

  /// @throws GeneralSecurityException when keys are of no kind that can be used
  /// @throws SSLException when the handshake does not come about
  static void run(KeyManagerFactory keys, X509Certificate expected)
      throws GeneralSecurityException, SSLException {
    SSLContext server = SSLContext.getInstance("TLS");
    server.init(keys.getKeyManagers(), null, null);
    SSLContext client = SSLContext.getInstance("TLS");
    client.init(null, new TrustManager[] {new Only(expected)}, null);
    SSLEngine serving = server.createSSLEngine();
    serving.setUseClientMode(false);
    SSLEngine asking = client.createSSLEngine();
    asking.setUseClientMode(true);
    ByteBuffer there = ByteBuffer.allocate(64 << 10);
    ByteBuffer back = ByteBuffer.allocate(64 << 10);
    for (int step = 0; step < STEPS; step++) {
      speak(asking, there);
      listen(serving, there);
      speak(serving, back);
      listen(asking, back);
      if (isDone(asking) && isDone(serving)) {
        return;
      }
    }
    throw new SSLException("no end of the handshake");
  }

  private static boolean isDone(SSLEngine engine) {
    return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
        && !engine.getSession().getProtocol().equals("NONE");
  }

  private static void speak(SSLEngine engine, ByteBuffer wire) throws SSLException {
    work(engine);
    engine.wrap(ByteBuffer.allocate(0), wire);
    work(engine);
  }

  private static void listen(SSLEngine engine, ByteBuffer wire) throws SSLException {
    wire.flip();
    engine.unwrap(wire, ByteBuffer.allocate(32 << 10));
    wire.compact();
    work(engine);
  }

  private static void work(SSLEngine engine) {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  private record Only(X509Certificate expected) implements X509TrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      if (!chain[0].equals(expected)) {
        throw new CertificateException("another certificate");
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("there are no clients with certificates");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
