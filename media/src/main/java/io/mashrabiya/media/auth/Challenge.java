package io.mashrabiya.media.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One way in which a server would let a client in (`WWW-Authenticate`).
public sealed interface Challenge {
  /// Name and password, readable by everybody on the way (RFC 7617).
  record Basic(String realm) implements Challenge {}

  /// A hash over a name, a password and the server's nonce (RFC 7616).
  ///
  /// @param opaque given back unchanged, where there is one
  /// @param algorithm the hash
  /// @param algorithmNamed whether the server named it; a client then names it too, else not,
  ///   because old cameras stumble
  /// @param qopAuth whether the server knows `qop=auth`; without, the hash is that of RFC 2069
  /// @param stale whether only the nonce was too old, and name and password were right
  record Digest(
      String realm,
      String nonce,
      Optional<String> opaque,
      DigestAlgorithm algorithm,
      boolean algorithmNamed,
      boolean qopAuth,
      boolean stale)
      implements Challenge {}

  /// The challenges among the values of a response's `WWW-Authenticate` headers that can be
  /// answered here, in order. Others (unknown schemes and hashes, `qop=auth-int` alone, no nonce)
  /// are left out.
  static List<Challenge> read(List<String> headers) {
    List<Challenge> challenges = new ArrayList<>();
    for (String header : headers) {
      for (SchemeReader.Scheme scheme : SchemeReader.read(header)) {
        of(scheme).ifPresent(challenges::add);
      }
    }
    return challenges;
  }

  private static Optional<Challenge> of(SchemeReader.Scheme scheme) {
    if (scheme.name().equalsIgnoreCase("Basic")) {
      return Optional.of(new Basic(scheme.parameter("realm").orElse("")));
    }
    return scheme.name().equalsIgnoreCase("Digest") ? digest(scheme) : Optional.empty();
  }

  private static Optional<Challenge> digest(SchemeReader.Scheme scheme) {
    Optional<String> name = scheme.parameter("algorithm");
    Optional<DigestAlgorithm> algorithm = DigestAlgorithm.named(name.orElse("MD5"));
    Optional<String> nonce = scheme.parameter("nonce");
    Optional<String> qop = scheme.parameter("qop").filter(value -> !value.isBlank());
    boolean qopAuth = qop.isPresent() && List.of(qop.get().strip().split("[ ,]+")).contains("auth");
    if (algorithm.isEmpty() || nonce.isEmpty() || (qop.isPresent() && !qopAuth)) {
      return Optional.empty();
    }
    return Optional.of(
        new Digest(
            scheme.parameter("realm").orElse(""),
            nonce.get(),
            scheme.parameter("opaque"),
            algorithm.get(),
            name.isPresent(),
            qopAuth,
            scheme.parameter("stale").filter("true"::equalsIgnoreCase).isPresent()));
  }
}
