package io.mashrabiya.media.auth;

import io.mashrabiya.media.address.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A server's half, for one connection: challenges, and checks the answers.
///
/// Each connection has a nonce of its own, and a nonce count must rise, so that an answer seen on
/// the way is of no use on another connection or a second time. Compared in constant time. Owned by
/// one thread.
public final class ServerAuthentication {
  private static final String REALM = "mashrabiya";

  private final Credentials credentials;
  private final List<Scheme> schemes;
  private final String nonce;
  private int lastCount;

  /// A way in that a server may offer.
  public enum Scheme {
    DIGEST_SHA_256,
    DIGEST_MD5,
    /// Digest as of RFC 2069: without `qop`, as old cameras do, and the only one that GStreamer
    /// answers.
    DIGEST_MD5_WITHOUT_QOP,
    BASIC
  }

  /// What became of a request.
  public sealed interface Verdict {
    /// It may go on.
    record Admitted() implements Verdict {}

    /// It may not; these are the values of the `WWW-Authenticate` headers to answer with. Wrong
    /// name, wrong password and no answer at all look alike.
    record Challenged(List<String> headers) implements Verdict {}
  }

  /// @param schemes what is offered, in that order
  /// @param nonce a random text without quotes, used for this connection only
  public ServerAuthentication(Credentials credentials, List<Scheme> schemes, String nonce) {
    this.credentials = credentials;
    this.schemes = List.copyOf(schemes);
    this.nonce = nonce;
  }

  /// Judges a request by the value of its `Authorization` header.
  public Verdict judge(Optional<String> authorization, String method) {
    List<SchemeReader.Scheme> answers = authorization.map(SchemeReader::read).orElse(List.of());
    boolean stale = false;
    for (SchemeReader.Scheme answer : answers) {
      if (answer.name().equalsIgnoreCase("Basic") && schemes.contains(Scheme.BASIC)) {
        if (basicMatches(answer)) {
          return new Verdict.Admitted();
        }
      } else if (answer.name().equalsIgnoreCase("Digest")) {
        if (digestMatches(answer, method)) {
          return new Verdict.Admitted();
        }
        stale = !answer.parameter("nonce").orElse(nonce).equals(nonce);
      }
    }
    return new Verdict.Challenged(challenges(stale));
  }

  private boolean basicMatches(SchemeReader.Scheme answer) {
    String pair = credentials.userName() + ":" + credentials.password();
    String expected = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return same(expected, answer.token68().toString());
  }

  private boolean digestMatches(SchemeReader.Scheme answer, String method) {
    Optional<String> uri = answer.parameter("uri");
    Optional<DigestAlgorithm> algorithm =
        DigestAlgorithm.named(answer.parameter("algorithm").orElse("MD5"));
    boolean qop = answer.parameter("qop").isPresent();
    if (uri.isEmpty() || algorithm.isEmpty() || !offered(algorithm.get(), qop)) {
      return false;
    }
    int count = qop ? count(answer) : 0;
    if (qop && count <= lastCount) {
      return false;
    }
    String expected =
        DigestAnswer.response(
            challenge(algorithm.get(), qop, false),
            credentials,
            method,
            uri.get(),
            count,
            answer.parameter("cnonce").orElse(""));
    boolean sameNonce = same(nonce, answer.parameter("nonce").orElse(""));
    boolean sameUser =
        same(DigestAnswer.bytes(credentials.userName()), answer.parameter("username").orElse(""));
    boolean sameHash = same(expected, answer.parameter("response").orElse(""));
    boolean matches = sameNonce && sameUser && sameHash;
    if (matches && qop) {
      lastCount = count;
    }
    return matches;
  }

  private boolean offered(DigestAlgorithm algorithm, boolean qop) {
    return switch (algorithm) {
      case MD5 -> schemes.contains(qop ? Scheme.DIGEST_MD5 : Scheme.DIGEST_MD5_WITHOUT_QOP);
      case SHA_256 -> qop && schemes.contains(Scheme.DIGEST_SHA_256);
      case MD5_SESSION, SHA_256_SESSION -> false;
    };
  }

  private static int count(SchemeReader.Scheme answer) {
    String text = answer.parameter("nc").orElse("");
    return text.matches("[0-7][0-9a-fA-F]{7}") ? Integer.parseInt(text, 16) : 0;
  }

  private List<String> challenges(boolean stale) {
    List<String> headers = new ArrayList<>();
    for (Scheme scheme : schemes) {
      headers.add(
          switch (scheme) {
            case DIGEST_SHA_256 -> header(challenge(DigestAlgorithm.SHA_256, true, stale));
            case DIGEST_MD5 -> header(challenge(DigestAlgorithm.MD5, true, stale));
            case DIGEST_MD5_WITHOUT_QOP -> header(challenge(DigestAlgorithm.MD5, false, stale));
            case BASIC -> "Basic realm=\"" + REALM + "\"";
          });
    }
    return headers;
  }

  private Challenge.Digest challenge(DigestAlgorithm algorithm, boolean qop, boolean stale) {
    return new Challenge.Digest(REALM, nonce, Optional.empty(), algorithm, qop, qop, stale);
  }

  private static String header(Challenge.Digest challenge) {
    String header =
        "Digest realm=\"%s\", nonce=\"%s\"".formatted(challenge.realm(), challenge.nonce());
    if (challenge.qopAuth()) {
      header += ", algorithm=" + challenge.algorithm().token() + ", qop=\"auth\"";
    }
    return challenge.stale() ? header + ", stale=true" : header;
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.ISO_8859_1), b.getBytes(StandardCharsets.ISO_8859_1));
  }
}
