package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.config.FrontEntry;
import io.mashrabiya.relay.Front;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.relay.proxy.TrustedProxies;
import io.mashrabiya.relay.tls.TlsFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `serve` and `relay` ask alike about the way to them: TLS of their own, and proxies in
/// front.
final class FrontSettings {
  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description =
          "Speaks TLS itself with this certificate (PEM), and takes a renewed one while it runs.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The key of that certificate (PEM).")
  private @Nullable Path key;

  @Option(
      names = "--proxy",
      paramLabel = "ADDRESS",
      description =
          "A proxy in front, whose X-Forwarded-For and X-Forwarded-Proto are believed; several may be named.")
  private List<String> proxies = List.of();

  RelayOptions put(RelayOptions options, Configuration file) throws Complaint {
    FrontEntry entry = file.front();
    TrustedProxies trusted =
        TrustedProxies.of(proxies.isEmpty() ? entry.proxies() : proxies)
            .orElseThrow(() ->
                new Complaint(
                    Exit.USAGE,
                    say(
                        "--proxy takes the address of the proxy as the relay sees it, like 10.0.0.1 or 172.16.0.0/12.")));
    Optional<TlsFiles> tls = files(entry);
    if (tls.isPresent()
        && options.origin().filter(own -> own.text().startsWith("http:")).isPresent()) {
      throw new Complaint(
          Exit.USAGE,
          say(
              "The relay speaks TLS, so its address begins with https://: correct --origin or relay.origin."));
    }
    return options.withFront(new Front(tls, trusted, authority(entry)));
  }

  private Optional<TlsFiles> files(FrontEntry entry) throws Complaint {
    if ((certificate == null) != (key == null)) {
      throw new Complaint(Exit.USAGE, say("Name both files, --tls-cert and --tls-key."));
    }
    return certificate != null && key != null
        ? Optional.of(new TlsFiles(certificate, key))
        : entry.certificate().map(chain -> new TlsFiles(chain, entry.key().orElseThrow()));
  }

  /// That of the file goes with the certificate of the file.
  private Optional<Path> authority(FrontEntry entry) {
    return certificate == null ? entry.authority() : Optional.empty();
  }
}
