package io.mashrabiya.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FrontEntryTest {
  private static final Path FILE = Path.of("/etc/mashrabiya/mashrabiya.yaml");

  @Test
  void read_tlsAndProxies_areMeantFromTheFile() throws Exception {
    var read =
        Configuration.parse(
            FILE,
            """
            household:
              relay-ca: ca.crt
            relay:
              tls:
                certificate: tls/certificate.pem
                key: /run/key.pem
                authority: tls/authority.crt
              proxy: [10.0.0.1, "fd00::/8"]
            """);
    assertThat(read.front().certificate()).contains(Path.of("/etc/mashrabiya/tls/certificate.pem"));
    assertThat(read.front().key()).contains(Path.of("/run/key.pem"));
    assertThat(read.front().authority()).contains(Path.of("/etc/mashrabiya/tls/authority.crt"));
    assertThat(read.front().proxies()).containsExactly("10.0.0.1", "fd00::/8");
    assertThat(read.relayAuthority()).contains(Path.of("/etc/mashrabiya/ca.crt"));
  }

  @Test
  void read_oneFileOfTheTwo_isRefusedWithItsLine() {
    assertThatThrownBy(() -> Configuration.parse(FILE, "relay:\n  tls:\n    key: key.pem\n"))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageContaining("name both files");
  }

  @Test
  void read_proxyByName_isRefusedWithWhatToWrite() {
    assertThatThrownBy(() -> Configuration.parse(FILE, "relay:\n  proxy:\n    - proxy.example\n"))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageContaining("172.16.0.0/12");
  }
}
