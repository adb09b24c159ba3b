package io.mashrabiya.relay.proxy;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An address, or all that begin with the same bits: `10.0.0.1`, `172.16.0.0/12`, `fd00::/8`.
record Network(InetAddress base, int bits) {
  private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]{2,45})(?:/([0-9]{1,3}))?");
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  static Optional<Network> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return address(matcher.group(1))
        .flatMap(base -> {
          int all = base.getAddress().length * Byte.SIZE;
          int bits = matcher.group(2) == null ? all : Integer.parseInt(matcher.group(2));
          return bits > all ? Optional.empty() : Optional.of(new Network(base, bits));
        });
  }

  /// The address that is written so, never a name to look up.
  static Optional<InetAddress> address(String literal) {
    if (!IPV4.matcher(literal).matches() && !literal.contains(":")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean holds(InetAddress address) {
    byte[] ours = base.getAddress();
    byte[] others = address.getAddress();
    if (ours.length != others.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    for (int i = 0; i < whole; i++) {
      if (ours[i] != others[i]) {
        return false;
      }
    }
    int rest = bits % Byte.SIZE;
    return rest == 0 || ((ours[whole] ^ others[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0;
  }
}
