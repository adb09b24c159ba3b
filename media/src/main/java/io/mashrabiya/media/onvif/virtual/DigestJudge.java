package io.mashrabiya.media.onvif.virtual;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.ServerAuthentication;
import io.mashrabiya.media.auth.ServerAuthentication.Scheme;
import io.mashrabiya.media.auth.ServerAuthentication.Verdict;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges HTTP Digest. Each challenge has a nonce of its own, so that several callers do not count
/// against each other; the oldest is forgotten. Safe for threads.
final class DigestJudge {
  private static final int MOST_NONCES = 64;
  private static final List<Scheme> SCHEMES = List.of(Scheme.DIGEST_SHA_256, Scheme.DIGEST_MD5);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Credentials credentials;
  private final Map<String, ServerAuthentication> byNonce = new LinkedHashMap<>();

  DigestJudge(Credentials credentials) {
    this.credentials = credentials;
  }

  synchronized Verdict judge(Optional<String> authorization, String method) {
    Optional<ServerAuthentication> known =
        authorization.flatMap(header ->
            byNonce.entrySet().stream()
                .filter(entry -> header.contains('"' + entry.getKey() + '"'))
                .map(Map.Entry::getValue)
                .findFirst());
    Verdict verdict =
        known
            .map(server -> server.judge(authorization, method))
            .orElseGet(() -> new Verdict.Challenged(List.of()));
    return verdict instanceof Verdict.Admitted ? verdict : challenge(method);
  }

  private Verdict challenge(String method) {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String nonce = HexFormat.of().formatHex(random);
    ServerAuthentication server = new ServerAuthentication(credentials, SCHEMES, nonce);
    byNonce.put(nonce, server);
    if (byNonce.size() > MOST_NONCES) {
      byNonce.remove(byNonce.keySet().iterator().next());
    }
    return server.judge(Optional.empty(), method);
  }
}
