package io.mashrabiya.vault.tls;

import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a server in the household's network is called: names of hosts and addresses. This machine's
/// own (`localhost` and the loopback addresses) are always among them, so that neither kind is ever
/// empty: an authority that is given no name of one kind would not be held to any (RFC 5280,
/// section 4.2.1.10).
///
/// @param hosts names, in lower case
/// @param addresses IPv4 and IPv6
public record ServerNames(List<String> hosts, List<InetAddress> addresses) {
  public static final int MOST = 20;
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern LOOKS_NUMERIC = Pattern.compile("[0-9.]+|.*:.*");

  public ServerNames {
    hosts = List.copyOf(hosts);
    addresses = List.copyOf(addresses);
  }

  /// Of what a person typed; empty when one of them is neither a host's name nor an address, when
  /// there is none, or more than [#MOST].
  public static Optional<ServerNames> of(List<String> typed) {
    if (typed.isEmpty() || typed.size() > MOST) {
      return Optional.empty();
    }
    Set<String> hosts = new LinkedHashSet<>();
    Set<InetAddress> addresses = new LinkedHashSet<>();
    for (String text : typed) {
      String name = text.strip().toLowerCase(Locale.ROOT);
      if (LOOKS_NUMERIC.matcher(name).matches()) {
        Optional<InetAddress> address = address(name);
        if (address.isEmpty()) {
          return Optional.empty();
        }
        addresses.add(address.get());
      } else if (HOST.matcher(name).matches()) {
        hosts.add(name);
      } else {
        return Optional.empty();
      }
    }
    hosts.add("localhost");
    addresses.add(InetAddress.ofLiteral("127.0.0.1"));
    addresses.add(InetAddress.ofLiteral("::1"));
    return Optional.of(new ServerNames(List.copyOf(hosts), List.copyOf(addresses)));
  }

  /// Whether all of these are among them.
  public boolean holds(ServerNames others) {
    return hosts.containsAll(others.hosts) && addresses.containsAll(others.addresses);
  }

  /// The first, by which people call it.
  public String first() {
    boolean onlyAddresses = hosts.getFirst().equals("localhost");
    return onlyAddresses ? addresses.getFirst().getHostAddress() : hosts.getFirst();
  }

  private static Optional<InetAddress> address(String literal) {
    try {
      return literal.contains("%") || !literal.matches("([0-9]+\\.){3}[0-9]+|.*:.*")
          ? Optional.empty()
          : Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
