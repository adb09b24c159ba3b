package io.mashrabiya.media.onvif.discovery;

import io.mashrabiya.media.onvif.soap.Shown;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a camera says about itself in its scopes (ONVIF Core Specification, section 7.3.2.2), such
/// as `onvif://www.onvif.org/name/Front%20door`.
///
/// Leniencies: any case of scheme and host, escapes that are none, several of one kind (joined for
/// the location, else the first).
record Scopes(List<String> scopes) {
  private static final String BEGIN = "onvif://www.onvif.org/";
  private static final int MOST_WORDS = 128;

  /// Reads the list as it stands in a match: separated by white space. Leniency: a word that is no
  /// URI belongs to the scope before it, whose space was not escaped.
  static Scopes read(String list) {
    List<String> scopes = new ArrayList<>();
    for (String word : list.strip().split("\\s+", MOST_WORDS)) {
      if (word.indexOf(':') >= 0 || scopes.isEmpty()) {
        scopes.add(word);
      } else {
        scopes.add(scopes.removeLast() + " " + word);
      }
    }
    return new Scopes(scopes);
  }

  /// What stands behind the first scope of that kind.
  String first(String kind) {
    return all(kind).findFirst().orElse("");
  }

  /// What stands behind all scopes of that kind.
  String joined(String kind) {
    return Shown.of(String.join(", ", all(kind).distinct().toList()));
  }

  private Stream<String> all(String kind) {
    String begin = BEGIN + kind + "/";
    return scopes.stream()
        .filter(scope -> scope.regionMatches(true, 0, begin, 0, begin.length()))
        .map(scope -> Shown.of(decoded(scope.substring(begin.length()))))
        .filter(text -> !text.isEmpty());
  }

  private static String decoded(String escaped) {
    try {
      return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return escaped;
    }
  }
}
