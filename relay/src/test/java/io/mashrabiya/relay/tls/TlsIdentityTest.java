package io.mashrabiya.relay.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsIdentityTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Instant NOW = Instant.parse("2026-12-24T10:00:00Z");

  @TempDir private Path folder;
  private TlsFiles files;

  @BeforeEach
  void setUp() {
    files = new TlsFiles(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
  }

  @AfterAll
  static void close() {
    VERTX.close();
  }

  private void put(String certificate, String key) throws Exception {
    Trusting.put(certificate, files.certificate());
    Trusting.put(key, files.key());
    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-------"));
  }

  private TlsIdentity read() throws TlsRefused {
    return TlsIdentity.read(files, VERTX, NOW);
  }

  @ParameterizedTest
  @CsvSource({"first.pem, first-key.pem", "rsa.pem, rsa-key.pem", "rsa.pem, rsa-key-old-form.pem"})
  void read_pairThatBelongsTogether_isTaken(String certificate, String key) throws Exception {
    put(certificate, key);
    assertThat(read().certificate()).isEqualTo(Trusting.certificate(certificate));
    assertThat(read().warnings()).isEmpty();
    assertThat(read().options().getEnabledSecureTransportProtocols())
        .containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");
  }

  @ParameterizedTest
  @CsvSource({
    "first.pem, second-key.pem, does not belong",
    "first.pem, rsa-key.pem, does not belong",
    "first.pem, first.pem, does not belong",
    "first-key.pem, first-key.pem, no certificate",
  })
  void read_pairThatDoesNotFit_isRefusedWithARemedy(String certificate, String key, String why)
      throws Exception {
    put(certificate, key);
    assertThatThrownBy(this::read)
        .isInstanceOf(TlsRefused.class)
        .hasMessageContaining(why)
        .hasMessageContaining("name")
        .hasNoCause();
  }

  @Test
  void read_missingDamagedOrHugeFile_isRefused() throws Exception {
    assertThatThrownBy(this::read)
        .isInstanceOf(TlsRefused.class)
        .hasMessageContaining("cannot be read");
    put("first.pem", "first-key.pem");
    Files.writeString(files.key(), "");
    assertThatThrownBy(this::read)
        .isInstanceOf(TlsRefused.class)
        .hasMessageContaining("does not belong");
    Files.write(files.key(), new byte[(1 << 20) + 1]);
    assertThatThrownBy(this::read).isInstanceOf(TlsRefused.class).hasMessageContaining("1 MB");
  }

  @Test
  void read_keyThatEveryUserCanRead_isComplainedAbout() throws Exception {
    put("first.pem", "first-key.pem");
    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(read().warnings())
        .singleElement()
        .asString()
        .contains("chmod o= '" + files.key() + "'");
    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-r-----"));
    assertThat(read().warnings()).isEmpty();
  }

  @Test
  void warnings_byTheClock_tellOfBeginningAndEnd() throws Exception {
    var certificate = Trusting.certificate("first.pem");
    Instant end = certificate.getNotAfter().toInstant();
    assertThat(Warnings.of(files.key(), certificate, false, end.plusSeconds(1)))
        .singleElement()
        .asString()
        .contains("ended");
    assertThat(Warnings.of(files.key(), certificate, false, end.minus(Duration.ofDays(13))))
        .singleElement()
        .asString()
        .contains("renew");
    assertThat(Warnings.of(files.key(), certificate, false, end.minus(Duration.ofDays(15))))
        .isEmpty();
    assertThat(Warnings.of(files.key(), certificate, false, Instant.EPOCH))
        .singleElement()
        .asString()
        .contains("clock");
  }

  @Test
  void hostName_ofTheCertificate_isTheFirstThatIsNotThisMachine() throws Exception {
    put("second.pem", "second-key.pem");
    assertThat(read().hostName()).contains("home.example");
    put("first.pem", "first-key.pem");
    assertThat(read().hostName()).isEmpty();
  }

  /// Ours begins with `home.3`, which browsers take for an address, and `my_home.example`.
  @Test
  void hostName_ofACertificateOfOddNames_isTheFirstOfAnOrigin() throws Exception {
    put("odd.pem", "odd-key.pem");
    assertThat(read().hostName()).contains("third.example");
  }
}
