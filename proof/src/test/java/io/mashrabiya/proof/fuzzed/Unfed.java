package io.mashrabiya.proof.fuzzed;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Parsers that no fuzz target feeds, and why.
final class Unfed {
  static final SortedMap<String, String> REASONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "home.store.BackupKey.parse",
                  "a file of the home beside its keys: who can write it needs no parser"),
              Map.entry("media.scene.PixelFont.parse", "a font that is shipped with it"),
              Map.entry("relay.link.Endpoint.at", "compares a path with four"),
              Map.entry(
                  "relay.proxy.TrustedProxies.of", "the operator's setting; its parts are fed"),
              Map.entry("relay.site.Authority.at", "compares a path with two"),
              Map.entry("vault.keys.KitFile.read", "finds the file; what stands in it is fed"),
              Map.entry("vault.tls.ServerNames.of", "words of the operator's command")));

  private Unfed() {}
}
