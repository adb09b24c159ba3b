package io.mashrabiya.relay.proxy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the servers on the way wrote down, the last one last: whom each had it from, and how.
///
/// @param from empty where it is no address, as RFC 7239 allows
/// @param scheme of the last one, `http` or `https`
record Hops(List<Optional<InetAddress>> from, Optional<String> scheme) {
  static final Hops NONE = new Hops(List.of(), Optional.empty());

  /// Longer ways are no ways of ours.
  private static final int MOST = 32;

  private static final Pattern NODE =
      Pattern.compile(
          "\\[([0-9a-fA-F:.]+)](?::[0-9]+)?|([0-9]+(?:\\.[0-9]+){3})(?::[0-9]+)?|([0-9a-fA-F:.]+)");
  private static final Pattern PAIR =
      Pattern.compile("\\s*([A-Za-z]+)=(?:\"([^\"\\\\]*)\"|([^\\s\",;]*))\\s*");

  /// By `X-Forwarded-For` and `X-Forwarded-Proto`.
  static Hops ofXForwarded(List<String> forLines, List<String> protoLines) {
    List<Optional<InetAddress>> from = new ArrayList<>();
    for (String entry : last(forLines)) {
      from.add(address(entry.strip()));
    }
    List<String> schemes = last(protoLines);
    return new Hops(from, schemes.isEmpty() ? Optional.empty() : scheme(schemes.getLast()));
  }

  /// By `Forwarded` (RFC 7239). Of a header that is not of its form nothing is taken.
  static Hops ofForwarded(List<String> lines) {
    List<Optional<InetAddress>> from = new ArrayList<>();
    Optional<String> scheme = Optional.empty();
    for (String element : last(lines)) {
      Optional<InetAddress> node = Optional.empty();
      scheme = Optional.empty();
      for (String part : element.split(";", -1)) {
        Matcher pair = PAIR.matcher(part);
        if (!pair.matches()) {
          return NONE;
        }
        String value = pair.group(2) == null ? pair.group(3) : pair.group(2);
        switch (pair.group(1).toLowerCase(Locale.ROOT)) {
          case "for" -> node = address(value);
          case "proto" -> scheme = scheme(value);
          default -> {
            // `by` and `host` say nothing that we ask
          }
        }
      }
      from.add(node);
    }
    return new Hops(from, scheme);
  }

  /// The last entries of a list that may stand in several lines.
  private static List<String> last(List<String> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    List<String> entries = List.of(String.join(",", lines).split(",", -1));
    return entries.subList(Math.max(0, entries.size() - MOST), entries.size());
  }

  private static Optional<InetAddress> address(String node) {
    Matcher matcher = NODE.matcher(node);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    for (int group = 1; group <= 3; group++) {
      if (matcher.group(group) != null) {
        return Network.address(matcher.group(group));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> scheme(String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT);
    return lower.equals("http") || lower.equals("https") ? Optional.of(lower) : Optional.empty();
  }
}
