package io.mashrabiya.media.http;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.address.Fingerprint;
import io.mashrabiya.media.address.UrlParts;
import io.mashrabiya.words.Sentence;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Takes the `http` or `https` URL of a camera apart, at the edge: the address goes one way, the
/// credentials another.
///
/// Behind `#` may stand `every=` with a time such as `5s`, `500ms` or `1m`, for a camera that is
/// asked for one picture after the other, and, with `https`, `sha256=` with the certificate that
/// the camera has to show; both are joined by `&`.
///
/// Leniencies: those of [UrlParts].
public final class HttpUrl {
  /// How often a camera may be asked at most, and has to be at least.
  public static final Duration MOST_OFTEN = Duration.ofMillis(200);

  /// How seldom a camera may be asked.
  public static final Duration MOST_SELDOM = Duration.ofHours(1);

  private static final String EVERY = "every=";

  private final HttpScheme scheme;
  private Duration every = HttpAddress.EVERY;
  private Optional<Fingerprint> certificate = Optional.empty();

  private HttpUrl(HttpScheme scheme) {
    this.scheme = scheme;
  }

  /// What reading one came to. No message repeats any part of the URL, which may hold a password.
  public sealed interface Reading {
    /// A URL that can be called.
    record Understood(HttpAddress address, Optional<Credentials> credentials) implements Reading {}

    /// A URL that cannot.
    ///
    /// @param offset the character at fault, from 0
    /// @param remedy what to write there instead, for a person
    record Malformed(int offset, Sentence remedy) implements Reading {}
  }

  /// Whether it begins as such a URL.
  public static boolean is(String typed) {
    return scheme(typed.strip()).isPresent();
  }

  private static Optional<HttpScheme> scheme(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return Arrays.stream(HttpScheme.values())
        .filter(scheme -> lower.startsWith(scheme.prefix()))
        .findFirst();
  }

  /// Takes one apart.
  public static Reading read(String typed) {
    String url = typed.strip();
    return scheme(url)
        .map(scheme -> new HttpUrl(scheme).parts(url))
        .orElseGet(() ->
            new Reading.Malformed(0, say("the URL begins with {0} or {1}", "http://", "https://")));
  }

  private Reading parts(String url) {
    return switch (UrlParts.read(url, scheme.prefix().length())) {
      case UrlParts.Reading.Malformed(int offset, Sentence remedy) ->
          new Reading.Malformed(offset, remedy);
      case UrlParts.Reading.Understood(UrlParts parts) -> address(parts);
    };
  }

  private Reading address(UrlParts parts) {
    for (String word : parts.fragment().map(text -> text.split("&", -1)).orElse(new String[0])) {
      if (!takes(word)) {
        return new Reading.Malformed(parts.fragmentOffset(), remedy());
      }
    }
    return new Reading.Understood(
        new HttpAddress(
            scheme,
            parts.host(),
            parts.port().orElse(scheme.defaultPort()),
            parts.pathAndQuery(),
            every,
            certificate),
        parts.credentials());
  }

  private boolean takes(String word) {
    if (word.startsWith(EVERY)) {
      Optional<Duration> typed = duration(word.substring(EVERY.length()));
      every = typed.orElse(every);
      return typed.isPresent();
    }
    if (Fingerprint.isWord(word) && scheme == HttpScheme.HTTPS) {
      certificate = Fingerprint.ofWord(word);
      return certificate.isPresent();
    }
    return false;
  }

  private Sentence remedy() {
    return scheme == HttpScheme.HTTPS
        ? say(
            "behind {0} stands {1} and a time from {2} to {3}, such as {4}, or {5} and the 64 digits of the camera's"
                + " certificate, or both joined by {6}",
            "#", EVERY, "200ms", "1h", "every=5s", "sha256=", "&")
        : say(
            "behind {0} stands {1} and a time from {2} to {3}, such as {4}",
            "#", EVERY, "200ms", "1h", "every=5s");
  }

  private static Optional<Duration> duration(String typed) {
    if (!typed.matches("[0-9]{1,7}(ms|s|m|h)")) {
      return Optional.empty();
    }
    String unit = typed.replaceAll("[0-9]", "");
    long number = Long.parseLong(typed.substring(0, typed.length() - unit.length()));
    Duration read =
        switch (unit) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofHours(number);
        };
    return read.compareTo(MOST_OFTEN) >= 0 && read.compareTo(MOST_SELDOM) <= 0
        ? Optional.of(read)
        : Optional.empty();
  }
}
