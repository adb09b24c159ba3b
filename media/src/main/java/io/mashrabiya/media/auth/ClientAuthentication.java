package io.mashrabiya.media.auth;

import io.mashrabiya.media.address.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A client's half: remembers the server's challenge and answers it for every request.
///
/// Of several challenges the strongest is answered: Digest with SHA-256, Digest with MD5, and Basic
/// only where the server offers nothing else, because it shows the password to everybody on the
/// way. Owned by one thread.
public final class ClientAuthentication {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 12;

  private final Optional<Credentials> credentials;
  private final Supplier<String> clientNonces;
  private Optional<Challenge> challenge = Optional.empty();
  private int count;

  /// What became of a challenge.
  public enum Reply {
    /// Ask again: the next [ClientAuthentication#header] answers it.
    ASK_AGAIN,
    /// There are no credentials to answer it with.
    NO_CREDENTIALS,
    /// None of the server's ways is spoken here.
    NOT_SPOKEN,
    /// It was answered, and the server was not content.
    REFUSED
  }

  /// With nonces that nobody foresees.
  public ClientAuthentication(Optional<Credentials> credentials) {
    this(credentials, ClientAuthentication::nonce);
  }

  private static String nonce() {
    byte[] random = new byte[NONCE_BYTES];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /// @param clientNonces gives a random text without quotes at each call
  public ClientAuthentication(Optional<Credentials> credentials, Supplier<String> clientNonces) {
    this.credentials = credentials;
    this.clientNonces = clientNonces;
  }

  /// Takes the `WWW-Authenticate` headers of the first 401 to a request.
  public Reply challenged(List<String> headers) {
    return challenged(headers, 0);
  }

  /// Takes the `WWW-Authenticate` headers of a 401. A request is asked once more with an answer,
  /// and another time where only the nonce had grown old meanwhile.
  ///
  /// @param before how many challenges there were to the same request before
  public Reply challenged(List<String> headers, int before) {
    if (credentials.isEmpty()) {
      return Reply.NO_CREDENTIALS;
    }
    count = 0;
    challenge =
        Challenge.read(headers).stream()
            .max(Comparator.comparingInt(ClientAuthentication::strength));
    if (challenge.isEmpty()) {
      return Reply.NOT_SPOKEN;
    }
    return before < (nonceWasStale() ? 2 : 1) ? Reply.ASK_AGAIN : Reply.REFUSED;
  }

  /// Whether the server said that only its nonce had grown old.
  boolean nonceWasStale() {
    return challenge.isPresent()
        && challenge.get() instanceof Challenge.Digest digest
        && digest.stale();
  }

  /// The value of `Authorization` for a request, once there was a challenge. It is as secret as the
  /// password.
  public Optional<String> header(String method, String uri) {
    if (challenge.isEmpty() || credentials.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (challenge.get()) {
          case Challenge.Basic _ -> basic(credentials.get());
          case Challenge.Digest digest -> digest(digest, credentials.get(), method, uri);
        });
  }

  private static int strength(Challenge challenge) {
    return switch (challenge) {
      case Challenge.Basic _ -> 0;
      case Challenge.Digest digest ->
          switch (digest.algorithm()) {
            case MD5, MD5_SESSION -> 1;
            case SHA_256, SHA_256_SESSION -> 2;
          };
    };
  }

  private static String basic(Credentials credentials) {
    String pair = credentials.userName() + ":" + credentials.password();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private String digest(Challenge.Digest digest, Credentials known, String method, String uri) {
    count++;
    String clientNonce = clientNonces.get();
    String response = DigestAnswer.response(digest, known, method, uri, count, clientNonce);
    StringBuilder header = new StringBuilder("Digest username=");
    header.append(quote(DigestAnswer.bytes(known.userName())));
    header.append(", realm=").append(quote(digest.realm()));
    header.append(", nonce=").append(quote(digest.nonce()));
    header.append(", uri=").append(quote(uri));
    header.append(", response=").append(quote(response));
    digest.opaque().ifPresent(opaque -> header.append(", opaque=").append(quote(opaque)));
    if (digest.algorithmNamed()) {
      header.append(", algorithm=").append(digest.algorithm().token());
    }
    if (digest.qopAuth()) {
      header.append(", qop=auth, nc=").append(DigestAnswer.count(count));
    }
    if (digest.qopAuth() || digest.algorithm().session()) {
      header.append(", cnonce=").append(quote(clientNonce));
    }
    return header.toString();
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
