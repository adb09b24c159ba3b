package io.mashrabiya.app.command;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.run.UserFolder;
import io.mashrabiya.vault.tls.AuthorityFolder;
import io.mashrabiya.vault.tls.HouseAuthority;
import io.mashrabiya.vault.tls.ServerCertificate;
import io.mashrabiya.vault.tls.ServerNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A certificate for a relay in the household's own network, of an authority of its own.
@Command(
    name = "tls",
    header = "Makes a certificate for https in your own network, or renews it.",
    description =
        "Makes an authority that can vouch for these names only, for your devices to install. Run again, it renews the certificate.")
public final class TlsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description =
          "What this machine is called in your network: home.lan, 192.168.1.5. Needed the first time only.")
  private List<String> names = List.of();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where authority and certificate lie (default: your data folder).")
  private @Nullable Path data;

  @Option(
      names = "--new",
      description = "Makes another authority, which every device has to install anew.")
  private boolean anew;

  @Override
  public Integer call() throws Exception {
    AuthorityFolder folder =
        new AuthorityFolder(
            data == null ? UserFolder.data("tls") : data.toAbsolutePath().normalize());
    Optional<ServerNames> typed = typed();
    try {
      Optional<HouseAuthority> before = anew ? Optional.empty() : folder.read();
      if (before.isPresent()) {
        renew(folder, before.get(), typed);
      } else {
        found(folder, typed);
      }
    } catch (IOException e) {
      throw new Complaint(
          Exit.DATA, "The folder " + folder.path() + " cannot be used: " + e.getMessage() + ".", e);
    }
    return Exit.DONE.code();
  }

  private Optional<ServerNames> typed() throws Complaint {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Optional<ServerNames> read = ServerNames.of(names);
    if (read.isEmpty()) {
      throw new Complaint(
          Exit.USAGE,
          "Write names of this machine and addresses, up to "
              + ServerNames.MOST
              + ": home.lan, 192.168.1.5. Without https:// and without a port.");
    }
    return read;
  }

  private void found(AuthorityFolder folder, Optional<ServerNames> typed)
      throws Complaint, IOException {
    ServerNames chosen =
        typed.orElseThrow(() ->
            new Complaint(
                Exit.USAGE,
                "Say what this machine is called in your network: `mashrabiya tls home.lan 192.168.1.5`."));
    Instant now = Instant.now();
    HouseAuthority authority = HouseAuthority.make(chosen, now);
    folder.write(authority);
    ServerCertificate server = authority.certify(chosen, now);
    folder.write(server);
    tell(folder, authority, server);
  }

  private void renew(AuthorityFolder folder, HouseAuthority authority, Optional<ServerNames> typed)
      throws Complaint, IOException {
    ServerNames held = authority.names();
    ServerNames chosen = typed.orElse(held);
    if (!held.holds(chosen)) {
      throw new Complaint(
          Exit.USAGE,
          "The authority that your devices installed cannot vouch for other names than "
              + String.join(", ", words(held))
              + ". With --new you make another one, which every device has to install anew.");
    }
    Instant now = Instant.now();
    if (!now.isBefore(authority.issuer().getNotAfter().toInstant())) {
      throw new Complaint(Exit.DATA, "The authority has ended: make another one with --new.");
    }
    ServerCertificate server = authority.certify(chosen, now);
    folder.write(server);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Renewed, until "
            + end(server)
            + ". Devices need nothing; a relay that runs takes it by itself.");
    out.flush();
  }

  private void tell(AuthorityFolder folder, HouseAuthority authority, ServerCertificate server) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        """
        Made an authority and a certificate for %s, until %s.

        Put this into your configuration, and start the relay again:

        relay:
          listen: 0.0.0.0:8443
          origin: https://%s:8443
          tls:
            certificate: %s
            key: %s
            authority: %s

        Then let each phone and computer trust it: open https://%s:8443/ca there, go on past the warning this once,
        and do what the page says. Install only the certificate with this fingerprint (SHA-256):

        %s

        Run `mashrabiya tls` again before it ends. Nobody needs the folder %s but you: whoever reads it can pass for
        this machine towards your devices.
        """,
        String.join(", ", words(authority.names())),
        end(server),
        inAddress(authority.names().first()),
        folder.certificate(),
        folder.key(),
        folder.root(),
        inAddress(authority.names().first()),
        fingerprint(authority.root()),
        folder.path());
    out.flush();
  }

  private static String inAddress(String name) {
    return name.contains(":") ? "[" + name + "]" : name;
  }

  private static List<String> words(ServerNames names) {
    var all = new java.util.ArrayList<>(names.hosts());
    names.addresses().forEach(address -> all.add(address.getHostAddress()));
    return all;
  }

  private static String end(ServerCertificate server) {
    return server.chain().getFirst().getNotAfter().toInstant().toString().substring(0, 10);
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("it was written a moment ago", e);
    }
  }
}
