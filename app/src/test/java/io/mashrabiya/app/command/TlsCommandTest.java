package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.app.Exit;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.relay.Front;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.proxy.TrustedProxies;
import io.mashrabiya.relay.tls.TlsFiles;
import io.mashrabiya.vault.tls.AuthorityFolder;
import io.mashrabiya.vault.tls.ServerNames;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What `tls` makes, before clients that trust its authority and no other.
@Timeout(60)
class TlsCommandTest {
  @TempDir private Path temporary;

  private AuthorityFolder folder() {
    return new AuthorityFolder(temporary.resolve("tls"));
  }

  private Said tls(String... more) {
    return Said.by(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("tls", "--data", folder().path().toString()),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new));
  }

  private Relay relay() throws Exception {
    var front =
        new Front(
            Optional.of(new TlsFiles(folder().certificate(), folder().key())),
            TrustedProxies.NONE,
            Optional.of(folder().root()));
    return Relay.start(
        RelayOptions.loopback()
            .withHost("0.0.0.0")
            .withSite(LocalRelay.SITE)
            .withAdmission(Admission.open())
            .withMetricsPort(0)
            .withFront(front));
  }

  private HttpResponse<String> get(String address) throws Exception {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var in = Files.newInputStream(folder().root())) {
      store.setCertificateEntry(
          "root", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    try (var client = HttpClient.newBuilder().sslContext(context).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void made_forTheseNames_isBelievedForThemAndNoOther() throws Exception {
    assertThat(tls("home.lan").code()).isEqualTo(Exit.DONE.code());
    try (Relay relay = relay()) {
      assertThat(relay.origin().text()).isEqualTo("https://home.lan:" + relay.port());
      assertThat(get("https://localhost:" + relay.port() + "/healthz").body()).isEqualTo("ok\n");
      assertThat(get("https://127.0.0.1:" + relay.port() + "/healthz").body()).isEqualTo("ok\n");
      assertThatThrownBy(() -> get("https://127.0.0.2:" + relay.port() + "/healthz"))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  /// Whoever stole the issuer's key could do this.
  @Test
  void signed_forAnotherNameByTheSameAuthority_isNotBelieved() throws Exception {
    tls("home.lan");
    var foreign = ServerNames.of(List.of("127.0.0.2")).orElseThrow();
    folder().write(folder().read().orElseThrow().certify(foreign, Instant.now()));
    try (Relay relay = relay()) {
      for (String host : List.of("127.0.0.2", "localhost")) {
        assertThatThrownBy(() -> get("https://" + host + ":" + relay.port() + "/healthz"))
            .isInstanceOf(SSLHandshakeException.class);
      }
    }
  }

  @Test
  void made_pageForDevices_showsTheFingerprintThatWasPrinted() throws Exception {
    Said said = tls("localhost");
    try (Relay relay = relay()) {
      var page = get(relay.origin() + "/ca");
      String print =
          said.out()
              .lines()
              .filter(line -> line.matches("([0-9A-F]{2} ){31}[0-9A-F]{2}"))
              .findFirst()
              .orElseThrow();
      assertThat(page.body())
          .contains(print, "iPhone", "Android", "Windows", "macOS", "Firefox", "dir=\"rtl\"");
      var file = get(relay.origin() + "/ca/mashrabiya.crt");
      assertThat(file.headers().firstValue("content-type")).contains("application/x-x509-ca-cert");
    }
  }

  @Test
  void again_withoutNames_renewsUnderTheSameRoot() throws Exception {
    tls("home.lan", "192.168.1.5");
    byte[] root = Files.readAllBytes(folder().root());
    byte[] certificate = Files.readAllBytes(folder().certificate());
    Said renewed = tls();
    assertThat(renewed.code()).isEqualTo(Exit.DONE.code());
    assertThat(renewed.out()).contains("Renewed, until ");
    assertThat(Files.readAllBytes(folder().root())).isEqualTo(root);
    assertThat(Files.readAllBytes(folder().certificate())).isNotEqualTo(certificate);
    try (Relay relay = relay()) {
      assertThat(get("https://localhost:" + relay.port() + "/healthz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void again_withOtherNames_isRefusedAndChangesNothing() throws Exception {
    tls("home.lan");
    byte[] certificate = Files.readAllBytes(folder().certificate());
    Said refused = tls("other.lan");
    assertThat(refused.code()).isEqualTo(Exit.USAGE.code());
    assertThat(refused.err()).contains("--new", "home.lan");
    assertThat(Files.readAllBytes(folder().certificate())).isEqualTo(certificate);
    assertThat(tls("other.lan", "--new").code()).isEqualTo(Exit.DONE.code());
  }

  @Test
  void made_damagedFolder_isToldWithoutAKey() throws Exception {
    tls("home.lan");
    Files.writeString(folder().path().resolve("issuer-key.pem"), "a shopping list");
    Said said = tls();
    assertThat(said.code()).isEqualTo(Exit.DATA.code());
    assertThat(said.err()).contains("--new").doesNotContain("shopping", "Exception");
  }

  @Test
  void home_believingThisAuthority_comesToTheRelayAndOneThatBelievesAnotherDoesNot()
      throws Exception {
    tls("localhost");
    try (Relay relay = relay();
        Home stranger = home(relay, "stranger", Optional.empty());
        Home home = home(relay, "home", Optional.of(folder().root()))) {
      stranger.start();
      home.start();
      awaitHomes(relay, 1);
      assertThat(homes(relay)).isEqualTo(1);
    }
  }

  private Home home(Relay relay, String data, Optional<Path> authority) throws Exception {
    return Home.open(
        new HomeOptions(temporary.resolve(data), relay.origin(), "Us", List.of(), Optional.empty())
            .withRelayAuthority(authority));
  }

  private static void awaitHomes(Relay relay, long most) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (homes(relay) < most) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static long homes(Relay relay) throws Exception {
    URI page = URI.create("http://127.0.0.1:" + relay.metricsPort().orElseThrow() + "/metrics");
    try (var client = HttpClient.newHttpClient()) {
      String text =
          client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
      return text.lines()
          .filter(line -> line.startsWith("mashrabiya_relay_homes_welcomed_total "))
          .map(line -> (long) Double.parseDouble(line.substring(line.indexOf(' '))))
          .findFirst()
          .orElseThrow();
    }
  }
}
