package io.mashrabiya.media.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads the schemes and parameters of an authentication header (RFC 9110, section 11): `Digest
/// realm="a", nonce="b"`.
///
/// Leniencies: several schemes in one header, values without quotes, spaces around `=`, missing
/// commas, a quote that is never closed. Nothing is malformed: what cannot be read is left out.
/// Bounded by the length of a header line.
final class SchemeReader {
  private static final int MOST_PARAMETERS = 32;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/._~-]+=*");

  private final String text;
  private final List<Scheme> schemes = new ArrayList<>();
  private int at;

  private SchemeReader(String text) {
    this.text = text;
  }

  /// One scheme.
  ///
  /// @param parameters by their names, without case; of several the first counts
  /// @param token68 what stands behind the name where that is no parameter, as for `Basic`
  record Scheme(String name, Map<String, String> parameters, StringBuilder token68) {
    Scheme(String name) {
      this(name, new TreeMap<>(String.CASE_INSENSITIVE_ORDER), new StringBuilder());
    }

    /// Names only: what stands behind them may be as good as a password.
    @Override
    public String toString() {
      return name + parameters.keySet();
    }

    Optional<String> parameter(String parameter) {
      return Optional.ofNullable(parameters.get(parameter));
    }
  }

  static List<Scheme> read(String header) {
    return new SchemeReader(header).read();
  }

  private List<Scheme> read() {
    skip(" \t,");
    while (at < text.length()) {
      String word = until(" \t,=\"");
      skip(" \t");
      if (word.isEmpty()) {
        at++; // a quote or equals sign that belongs to nothing
      } else if (at < text.length() && text.charAt(at) == '=' && !schemes.isEmpty()) {
        parameter(word);
      } else {
        schemes.add(new Scheme(word));
        token68();
      }
      skip(" \t,");
    }
    return schemes;
  }

  private void parameter(String name) {
    at++;
    skip(" \t");
    String value = at < text.length() && text.charAt(at) == '"' ? quoted() : until(" \t,");
    Map<String, String> parameters = schemes.getLast().parameters();
    if (parameters.size() < MOST_PARAMETERS) {
      parameters.putIfAbsent(name, value);
    }
  }

  /// Base64 behind the name of `Basic`, where no parameter stands there.
  private void token68() {
    int begin = at;
    String word = until(" \t,\"");
    boolean alone = at == text.length() || text.charAt(at) != '"';
    if (alone
        && schemes.getLast().name().equalsIgnoreCase("Basic")
        && TOKEN.matcher(word).matches()) {
      schemes.getLast().token68().append(word);
    } else {
      at = begin;
    }
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at));
      at++;
    }
    at = Math.min(at + 1, text.length());
    return value.toString();
  }

  private String until(String ends) {
    int begin = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(begin, at);
  }

  private void skip(String skipped) {
    while (at < text.length() && skipped.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
