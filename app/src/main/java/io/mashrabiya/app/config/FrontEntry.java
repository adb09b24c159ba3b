package io.mashrabiya.app.config;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.config.Section.Unfit;
import io.mashrabiya.relay.proxy.TrustedProxies;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What the file says of the way to a relay: `relay.tls` and `relay.proxy`.
///
/// @param certificate of the relay's own TLS, in PEM
/// @param key for it
/// @param authority the household's own, if the certificate is of it
/// @param proxies addresses and networks, each of its form
public record FrontEntry(
    Optional<Path> certificate,
    Optional<Path> key,
    Optional<Path> authority,
    List<String> proxies) {
  static final FrontEntry EMPTY =
      new FrontEntry(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  private static final Set<String> TLS_KEYS = Set.of("certificate", "key", "authority");

  public FrontEntry {
    proxies = List.copyOf(proxies);
  }

  static FrontEntry read(Section relay, UnaryOperator<Path> besides) throws ConfigurationFault {
    List<String> proxies = relay.list("proxy", FrontEntry::proxy);
    Optional<Section> tls = relay.section("tls", TLS_KEYS);
    if (tls.isEmpty()) {
      return new FrontEntry(Optional.empty(), Optional.empty(), Optional.empty(), proxies);
    }
    Optional<Path> certificate = tls.get().value("certificate", Readings::path).map(besides);
    Optional<Path> key = tls.get().value("key", Readings::path).map(besides);
    if (certificate.isEmpty() || key.isEmpty()) {
      throw relay.fault("tls", say("name both files here, `certificate` and `key`"));
    }
    return new FrontEntry(
        certificate, key, tls.get().value("authority", Readings::path).map(besides), proxies);
  }

  private static String proxy(String value) throws Unfit {
    if (TrustedProxies.of(List.of(value)).isEmpty()) {
      throw new Unfit(
          say(
              "write the address of the proxy as the relay sees it, like 10.0.0.1 or 172.16.0.0/12"));
    }
    return value;
  }
}
