package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.run.UserFolder;
import io.mashrabiya.vault.tls.AuthorityFolder;
import io.mashrabiya.vault.tls.HouseAuthority;
import io.mashrabiya.vault.tls.ServerCertificate;
import io.mashrabiya.vault.tls.ServerNames;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
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
          Exit.DATA, say("The folder {0} cannot be used: {1}.", folder.path(), Told.of(e)), e);
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
          say(
              "Write names of this machine and addresses, up to {0}: home.lan, 192.168.1.5. Without https:// and without a port.",
              ServerNames.MOST));
    }
    return read;
  }

  private void found(AuthorityFolder folder, Optional<ServerNames> typed)
      throws Complaint, IOException {
    ServerNames chosen =
        typed.orElseThrow(() ->
            new Complaint(
                Exit.USAGE,
                say(
                    "Say what this machine is called in your network: `mashrabiya tls home.lan 192.168.1.5`.")));
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
          say(
              "The authority that your devices installed cannot vouch for other names than {0}. With --new you make another one, which every device has to install anew.",
              Sentence.listed(words(held))));
    }
    Instant now = Instant.now();
    if (!now.isBefore(authority.issuer().getNotAfter().toInstant())) {
      throw new Complaint(Exit.DATA, say("The authority has ended: make another one with --new."));
    }
    ServerCertificate server = authority.certify(chosen, now);
    folder.write(server);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        say(
            "Renewed, until {0}. Devices need nothing; a relay that runs takes it by itself.",
            end(server)));
    out.flush();
  }

  private void tell(AuthorityFolder folder, HouseAuthority authority, ServerCertificate server) {
    PrintWriter out = spec.commandLine().getOut();
    String host = inAddress(authority.names().first());
    out.println(
        say(
            "Made an authority and a certificate for {0}, until {1}.",
            Sentence.listed(words(authority.names())), end(server)));
    out.println();
    out.println(say("Put this into your configuration, and start the relay again:"));
    out.printf(
        """

        relay:
          listen: 0.0.0.0:8443
          origin: https://%s:8443
          tls:
            certificate: %s
            key: %s
            authority: %s

        """,
        host, folder.certificate(), folder.key(), folder.root());
    out.println(
        say(
            "Then let each phone and computer trust it: open {0} there, go on past the warning this once, and do what the page says. Install only the certificate with this fingerprint (SHA-256):",
            "https://" + host + ":8443/ca"));
    out.println();
    out.println(fingerprint(authority.root()));
    out.println();
    out.println(
        say(
            "Run `mashrabiya tls` again before it ends. Nobody needs the folder {0} but you: whoever reads it can pass for this machine towards your devices.",
            folder.path()));
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
