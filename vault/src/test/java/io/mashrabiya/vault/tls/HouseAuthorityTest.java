package io.mashrabiya.vault.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;

/// The JDK judges what ours writes.
class HouseAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final ServerNames NAMES = names("home.lan", "192.168.1.5");
  private final HouseAuthority authority = HouseAuthority.make(NAMES, NOW);

  private static ServerNames names(String... typed) {
    return ServerNames.of(List.of(typed)).orElseThrow();
  }

  /// A path check by the JDK that trusts the root alone, and knows no limits of it but those that
  /// the path itself carries.
  private static void check(List<X509Certificate> chain, X509Certificate root, Instant now)
      throws Exception {
    var path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
    var parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(now));
    CertPathValidator.getInstance("PKIX").validate(path, parameters);
  }

  @Test
  void certify_namesThatWereGiven_isTaken() {
    var server = authority.certify(NAMES, NOW);
    assertThatCode(() -> check(server.chain(), authority.root(), NOW)).doesNotThrowAnyException();
    var below = authority.certify(names("door.home.lan"), NOW);
    assertThatCode(() -> check(below.chain(), authority.root(), NOW)).doesNotThrowAnyException();
  }

  @Test
  void certify_nameOutsideItsConstraints_isRefusedByWhoeverChecks() {
    for (String foreign :
        List.of(
            "bank.example", "home.lan.evil.example", "192.168.1.6", "10.0.0.1", "2001:db8::1")) {
      var server = authority.certify(names(foreign), NOW);
      assertThatThrownBy(() -> check(server.chain(), authority.root(), NOW))
          .as(foreign)
          .isInstanceOfSatisfying(
              CertPathValidatorException.class,
              refused -> assertThat(refused.getReason()).isEqualTo(PKIXReason.INVALID_NAME));
    }
  }

  /// What the forgotten key of the root protects from: an authority beside the one that is held to
  /// the names.
  @Test
  void certify_byAnAuthorityOfItsOwnMaking_isRefused() {
    KeyPair stolen = new KeyPair(authority.issuer().getPublicKey(), authority.issuerKey());
    KeyPair keys = Certifying.newKeys();
    ServerNames all = names("bank.example");
    Instant end = NOW.plus(Duration.ofDays(300));
    var issuerName =
        X500Name.getInstance(authority.issuer().getSubjectX500Principal().getEncoded());
    var rogue =
        Certifying.authority(
            new Certifying.Subject("CN=rogue", keys.getPublic(), NOW, end),
            0,
            all,
            issuerName,
            stolen);
    var server = new HouseAuthority(authority.root(), rogue, keys.getPrivate()).certify(all, NOW);
    List<X509Certificate> chain = List.of(server.chain().getFirst(), rogue, authority.issuer());
    assertThatThrownBy(() -> check(chain, authority.root(), NOW))
        .isInstanceOfSatisfying(
            CertPathValidatorException.class,
            refused -> assertThat(refused.getReason()).isEqualTo(PKIXReason.PATH_TOO_LONG));
  }

  @Test
  void certify_byAnotherHousesAuthority_isRefused() {
    var other = HouseAuthority.make(NAMES, NOW).certify(NAMES, NOW);
    assertThatThrownBy(() -> check(other.chain(), authority.root(), NOW))
        .isInstanceOf(CertPathValidatorException.class);
  }

  @Test
  void authority_extensions_areAsRfc5280WantsThem() throws Exception {
    X509Certificate server = authority.certify(NAMES, NOW).chain().getFirst();
    for (X509Certificate each : List.of(authority.root(), authority.issuer())) {
      assertThat(each.getCriticalExtensionOIDs())
          .containsExactlyInAnyOrder("2.5.29.19", "2.5.29.15", "2.5.29.30");
      assertThat(each.getNotAfter())
          .isEqualTo(Date.from(NOW.minus(Duration.ofDays(1)).plus(HouseAuthority.LIFE)));
    }
    assertThat(authority.root().getExtensionValue("2.5.29.35")).isNull();
    assertThat(identifier(authority.issuer(), "2.5.29.35"))
        .isEqualTo(identifier(authority.root(), "2.5.29.14"));
    assertThat(identifier(server, "2.5.29.35"))
        .isEqualTo(identifier(authority.issuer(), "2.5.29.14"));
    assertThat(((ECPublicKey) server.getPublicKey()).getParams().getOrder().bitLength())
        .isEqualTo(256);
    assertThat(authority.root().getBasicConstraints()).isEqualTo(1);
    assertThat(authority.issuer().getBasicConstraints()).isEqualTo(0);
    assertThat(authority.root().getPublicKey()).isNotEqualTo(authority.issuer().getPublicKey());
    assertThat(authority.names().holds(NAMES)).isTrue();
    assertThat(NAMES.holds(authority.names())).isTrue();
  }

  /// The 20 bytes at the end of an extension that names a key.
  private static byte[] identifier(X509Certificate certificate, String extension) {
    byte[] value = certificate.getExtensionValue(extension);
    return Arrays.copyOfRange(value, value.length - 20, value.length);
  }

  @Test
  void certificate_life_isWithinWhatTheStrictestBrowserTakes() throws Exception {
    X509Certificate own = authority.certify(NAMES, NOW).chain().getFirst();
    assertThat(Duration.between(own.getNotBefore().toInstant(), own.getNotAfter().toInstant()))
        .isLessThanOrEqualTo(Duration.ofDays(397));
    assertThat(own.getNotBefore().toInstant()).isBefore(NOW);
    assertThat(own.getBasicConstraints()).isEqualTo(-1);
    assertThat(own.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.19", "2.5.29.15");
    assertThat(own.getKeyUsage())
        .containsExactly(true, false, false, false, false, false, false, false, false);
    assertThat(own.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(own.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))))
        .containsExactlyInAnyOrder(
            "home.lan", "localhost", "192.168.1.5", "127.0.0.1", "0:0:0:0:0:0:0:1");
  }

  @Test
  void certify_nearTheAuthoritysEnd_endsWithIt() {
    Instant late = NOW.plus(HouseAuthority.LIFE).minus(Duration.ofDays(30));
    X509Certificate own = authority.certify(NAMES, late).chain().getFirst();
    assertThat(own.getNotAfter()).isEqualTo(authority.issuer().getNotAfter());
    assertThatThrownBy(() -> authority.certify(NAMES, NOW.plus(HouseAuthority.LIFE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Which of two households' authorities a device has installed is seen by its name.
  @Test
  void make_twiceForTheSameNames_isCalledOtherwise() {
    assertThat(HouseAuthority.make(NAMES, NOW).root().getSubjectX500Principal())
        .isNotEqualTo(authority.root().getSubjectX500Principal());
  }

  @Test
  void toString_authorityAndServer_tellNoKey() {
    assertThat(authority).hasToString("HouseAuthority[%s]".formatted(subject(authority.root())));
    var server = authority.certify(NAMES, NOW);
    assertThat(server)
        .hasToString("ServerCertificate[%s]".formatted(subject(server.chain().getFirst())));
  }

  private static String subject(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().toString();
  }
}
