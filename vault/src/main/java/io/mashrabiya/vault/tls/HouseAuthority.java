package io.mashrabiya.vault.tls;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/// An authority that vouches for one household's servers, for devices to install.
///
/// Guarantee: it can vouch for the names that it was made with, and those below them (`x.home.lan`
/// where `home.lan` was given), and for nothing else. What is installed is a root whose key was
/// forgotten as soon as it had signed one authority under it; that one's certificate names the
/// limits, so also a browser that does not hold *installed* roots to theirs keeps them.
///
/// Not guaranteed: that these names lead to this household's machine. Whoever reads the key of the
/// authority under the root can pass for servers of these names towards devices that installed it.
///
/// @param root what devices install
/// @param issuer what signs servers' certificates
public record HouseAuthority(X509Certificate root, X509Certificate issuer, PrivateKey issuerKey) {
  static final Duration LIFE = Duration.ofDays(3652);

  /// Of what a server's certificate may live in browsers, the strictest: 398 days.
  static final Duration SERVER_LIFE = Duration.ofDays(397);

  /// Clocks of phones are sometimes behind.
  private static final Duration EARLIER = Duration.ofHours(24);

  private static final int MARK_BYTES = 3;

  /// Makes one.
  ///
  /// @param now by this machine's clock
  public static HouseAuthority make(ServerNames names, Instant now) {
    byte[] mark = new byte[MARK_BYTES];
    new SecureRandom().nextBytes(mark);
    String tag = names.first().replace(":", "-") + " " + HexFormat.of().formatHex(mark);
    String rootName = "CN=Mashrabiya " + tag + ",O=Mashrabiya at home";
    String issuerName = "CN=Mashrabiya issuer " + tag + ",O=Mashrabiya at home";
    Instant from = now.minus(EARLIER);
    Instant until = from.plus(LIFE);
    KeyPair rootKeys = Certifying.newKeys();
    KeyPair issuerKeys = Certifying.newKeys();
    var root =
        Certifying.authority(
            new Certifying.Subject(rootName, rootKeys.getPublic(), from, until),
            1,
            names,
            new X500Name(rootName),
            rootKeys);
    var issuer =
        Certifying.authority(
            new Certifying.Subject(issuerName, issuerKeys.getPublic(), from, until),
            0,
            names,
            new X500Name(rootName),
            rootKeys);
    return new HouseAuthority(root, issuer, issuerKeys.getPrivate());
  }

  /// A certificate for a server of these names, with a key of its own.
  ///
  /// @throws IllegalArgumentException when the authority itself ends before `now`
  public ServerCertificate certify(ServerNames names, Instant now) {
    Instant end = issuer.getNotAfter().toInstant();
    if (!now.isBefore(end)) {
      throw new IllegalArgumentException("the authority has ended");
    }
    Instant from = now.minus(EARLIER);
    Instant until = from.plus(SERVER_LIFE);
    KeyPair keys = Certifying.newKeys();
    var certificate =
        Certifying.server(
            new Certifying.Subject(
                "CN=" + names.first().replace(":", "-"),
                keys.getPublic(),
                from,
                until.isBefore(end) ? until : end),
            names,
            X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
            new KeyPair(issuer.getPublicKey(), issuerKey));
    return new ServerCertificate(List.of(certificate, issuer), keys.getPrivate());
  }

  /// What it may vouch for.
  public ServerNames names() {
    return Certifying.permitted(issuer);
  }

  /// Says nothing of the key.
  @Override
  public String toString() {
    return "HouseAuthority[" + root.getSubjectX500Principal() + "]";
  }
}
