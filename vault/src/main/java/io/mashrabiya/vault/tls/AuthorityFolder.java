package io.mashrabiya.vault.tls;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.vault.keys.PrivateFile;
import io.mashrabiya.words.ToldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// Where a household's authority and its server's certificate lie (docs/ref/tls.md): a folder of
/// mode 0700 with files of mode 0600, each replaced atomically.
public record AuthorityFolder(Path path) {
  private static final int MAX_BYTES = 64 << 10;

  /// The root, for devices to install.
  public Path root() {
    return path.resolve("authority.crt");
  }

  /// What a server shows: its own certificate, and the one of the authority that signed it.
  public Path certificate() {
    return path.resolve("certificate.pem");
  }

  /// The server's key.
  public Path key() {
    return path.resolve("key.pem");
  }

  private Path issuer() {
    return path.resolve("issuer.crt");
  }

  private Path issuerKey() {
    return path.resolve("issuer-key.pem");
  }

  /// The authority that was made here before, if one was.
  ///
  /// @throws ToldException when there is one that cannot be used, without anything of the content
  public Optional<HouseAuthority> read() throws IOException {
    if (!PrivateFile.exists(issuerKey())) {
      return Optional.empty();
    }
    if (PrivateFile.isTooOpen(issuerKey())) {
      throw new ToldException(
          say(
              "others may read {0}: take it from them with chmod 600, and ask who could",
              issuerKey()));
    }
    try {
      return Optional.of(
          new HouseAuthority(
              Pem.certificate(PrivateFile.read(root(), MAX_BYTES)),
              Pem.certificate(PrivateFile.read(issuer(), MAX_BYTES)),
              Pem.key(PrivateFile.read(issuerKey(), MAX_BYTES))));
    } catch (IOException e) {
      throw new ToldException(
          say("the authority in {0} is damaged: put back a copy, or make another with --new", path),
          e);
    }
  }

  /// Keeps an authority in place of the one before.
  public void write(HouseAuthority authority) throws IOException {
    Files.createDirectories(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    PrivateFile.replace(root(), Pem.of(List.of(authority.root())));
    PrivateFile.replace(issuer(), Pem.of(List.of(authority.issuer())));
    PrivateFile.replace(issuerKey(), Pem.of(authority.issuerKey()));
  }

  /// Keeps a server's certificate and key in place of those before. A relay that reads between the
  /// two finds that they do not fit, and looks again.
  public void write(ServerCertificate server) throws IOException {
    PrivateFile.replace(key(), Pem.of(server.key()));
    PrivateFile.replace(certificate(), Pem.of(server.chain()));
  }
}
