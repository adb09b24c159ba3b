package io.mashrabiya.app.doctor.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.relay.Front;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.relay.proxy.TrustedProxies;
import io.mashrabiya.relay.tls.TlsFiles;
import io.mashrabiya.vault.tls.AuthorityFolder;
import io.mashrabiya.vault.tls.HouseAuthority;
import io.mashrabiya.vault.tls.ServerNames;
import io.mashrabiya.wire.link.Origin;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A relay whose certificate is of the household's own authority.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RelayReachedTest {
  @TempDir private Path folder;
  private AuthorityFolder own;
  private Relay relay;

  @BeforeEach
  void open() throws Exception {
    own = authority("own");
    relay =
        Relay.start(
            RelayOptions.loopback()
                .withFront(
                    new Front(
                        Optional.of(new TlsFiles(own.certificate(), own.key())),
                        TrustedProxies.NONE,
                        Optional.empty())));
  }

  @AfterEach
  void close() {
    relay.close();
  }

  private AuthorityFolder authority(String name) throws Exception {
    var made = new AuthorityFolder(folder.resolve(name));
    ServerNames names = ServerNames.of(List.of("localhost")).orElseThrow();
    HouseAuthority authority = HouseAuthority.make(names, Instant.now());
    made.write(authority);
    made.write(authority.certify(names, Instant.now()));
    return made;
  }

  private Verdict believing(Optional<Path> authority) throws Exception {
    var origin = new Origin("https://localhost:" + relay.port());
    return new RelayReached(origin, authority, InstantSource.system()).examine();
  }

  @Test
  void relay_ofTheAuthorityThatTheHomeBelieves_isReached() throws Exception {
    assertThat(believing(Optional.of(own.root()))).isInstanceOf(Verdict.Ok.class);
  }

  @Test
  void relay_ofAnotherAuthority_isAFault() throws Exception {
    Path other = authority("other").root();
    assertThat(believing(Optional.of(other)))
        .isInstanceOfSatisfying(
            Verdict.Fault.class,
            fault ->
                assertThat(fault.found()).asString().contains("does not vouch", other.toString()));
  }

  @Test
  void relay_ofAnAuthorityThatNobodyNamed_isAFaultThatSaysWhichKeyNamesIt() throws Exception {
    assertThat(believing(Optional.empty()))
        .isInstanceOfSatisfying(
            Verdict.Fault.class,
            fault -> assertThat(fault.remedy()).asString().contains("household.relay-ca"));
  }

  @Test
  void authority_thatIsNoCertificate_isAFault() throws Exception {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "mine");
    assertThat(believing(Optional.of(letter)))
        .isInstanceOfSatisfying(
            Verdict.Fault.class,
            fault -> {
              assertThat(fault.found()).asString().contains(letter.toString());
              assertThat(fault.remedy()).asString().contains("authority.crt");
            });
  }

  @Test
  void port_thatOurOwnRelayHasOverTls_isTakenByAMashrabiya() throws Exception {
    assertThat(portOf("authority: " + own.root()))
        .isInstanceOfSatisfying(
            Verdict.Ok.class, ok -> assertThat(ok.found()).asString().contains("a Mashrabiya"));
  }

  @Test
  void port_ofWhomNobodyVouchesFor_isAFault() throws Exception {
    assertThat(portOf("")).isInstanceOf(Verdict.Fault.class);
  }

  private Verdict portOf(String authority) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mashrabiya.yaml"),
            """
            relay:
              origin: https://localhost:%d
              tls:
                certificate: %s
                key: %s
                %s
            """
                .formatted(relay.port(), own.certificate(), own.key(), authority));
    var listen = new InetSocketAddress("127.0.0.1", relay.port());
    return PortFree.ofRelay(listen, Configuration.read(file)).examine();
  }
}
