package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.Front;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.relay.proxy.TrustedProxies;
import io.mashrabiya.relay.tls.TlsFiles;
import io.mashrabiya.testkit.Needed;
import io.mashrabiya.vault.tls.AuthorityFolder;
import io.mashrabiya.vault.tls.HouseAuthority;
import io.mashrabiya.vault.tls.ServerNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A Chromium of its own, in whose user's store (NSS) the authority was installed: what a browser
/// on a computer does once somebody followed `/ca`.
@Tag("browser")
@Timeout(120)
class TlsInChromiumTest {

  @TempDir private Path home;
  private Path chromium;
  private AuthorityFolder folder;

  @BeforeEach
  void install() throws Exception {
    chromium =
        Needed.program(
            "sudo apt-get install chromium", "chromium", "chromium-browser", "google-chrome");
    Path certutil = Needed.program("sudo apt-get install libnss3-tools", "certutil");
    folder = new AuthorityFolder(home.resolve("tls"));
    var names = ServerNames.of(List.of("home.lan")).orElseThrow();
    var authority = HouseAuthority.make(names, Instant.now());
    folder.write(authority);
    folder.write(authority.certify(names, Instant.now()));
    String store = "sql:" + Files.createDirectories(home.resolve(".pki/nssdb"));
    run(certutil.toString(), "-d", store, "-N", "--empty-password");
    run(
        certutil.toString(),
        "-d",
        store,
        "-A",
        "-t",
        "C,,",
        "-n",
        "home",
        "-i",
        folder.root().toString());
  }

  private Relay relay() throws Exception {
    var files = new TlsFiles(folder.certificate(), folder.key());
    return Relay.start(
        RelayOptions.loopback()
            .withHost("0.0.0.0")
            .withFront(new Front(Optional.of(files), TrustedProxies.NONE, Optional.empty())));
  }

  private String shown(String address) throws Exception {
    return run(
        chromium.toString(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP home.lan 127.0.0.1,MAP other.lan 127.0.0.1",
        "--user-data-dir=" + home.resolve("profile"),
        "--enable-logging=stderr",
        "--dump-dom",
        address);
  }

  private String run(String... command) throws Exception {
    var builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.environment().put("HOME", home.toString());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  @Test
  void page_ofTheHousesOwnName_isShownAndOfAnotherIsNot() throws Exception {
    try (Relay relay = relay()) {
      assertThat(shown("https://home.lan:" + relay.port() + "/healthz")).contains(">ok\n");
      assertThat(shown("https://other.lan:" + relay.port() + "/healthz"))
          .contains("net_error -200");
    }
  }

  /// With the same authority's signature, but for a name that it is not held to.
  @Test
  void page_ofANameOutsideTheConstraints_isNotShown() throws Exception {
    var foreign = ServerNames.of(List.of("other.lan")).orElseThrow();
    folder.write(folder.read().orElseThrow().certify(foreign, Instant.now()));
    try (Relay relay = relay()) {
      assertThat(shown("https://other.lan:" + relay.port() + "/healthz"))
          .contains("net_error -207");
    }
  }
}
