package io.mashrabiya.wire.link;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The host of an [Origin] in the one form that browsers write (URL Standard, "host serializing"):
/// a name in lower case (RFC 1123, section 2.1), an IPv4 address in dotted decimal, or an IPv6
/// address in brackets in the form of RFC 5952, without an IPv4 part.
final class Host {
  /// The last label begins with a letter: what ends in a number is an address, or none.
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)*[a-z]([a-z0-9-]*[a-z0-9])?");

  private static final Pattern BYTES =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
  private static final Pattern PIECE = Pattern.compile("[0-9a-f]{1,4}");
  private static final int PIECES = 8;

  private Host() {}

  static boolean isHost(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      return isIpv6(text.substring(1, text.length() - 1));
    }
    return NAME.matcher(text).matches() || isIpv4(text);
  }

  private static boolean isIpv4(String text) {
    return BYTES.matcher(text).matches()
        && Arrays.stream(text.split("\\.")).allMatch(part -> Integer.parseInt(part) <= 255);
  }

  /// Whether it is what this address is written as.
  private static boolean isIpv6(String text) {
    String[] sides = text.split("::", -1);
    if (sides.length > 2) {
      return false;
    }
    String[] before = pieces(sides[0]);
    String[] after = sides.length == 2 ? pieces(sides[1]) : new String[0];
    int left = PIECES - before.length - after.length;
    boolean isWhole = sides.length == 2 ? left > 0 : left == 0;
    if (!isWhole || !isHex(before) || !isHex(after)) {
      return false;
    }
    int[] address = new int[PIECES];
    for (int i = 0; i < before.length; i++) {
      address[i] = Integer.parseInt(before[i], 16);
    }
    for (int i = 0; i < after.length; i++) {
      address[PIECES - after.length + i] = Integer.parseInt(after[i], 16);
    }
    return written(address).equals(text);
  }

  private static String[] pieces(String side) {
    return side.isEmpty() ? new String[0] : side.split(":", -1);
  }

  private static boolean isHex(String[] pieces) {
    return Arrays.stream(pieces).allMatch(piece -> PIECE.matcher(piece).matches());
  }

  /// With the first of the longest runs of two and more zeros left out.
  private static String written(int[] address) {
    int start = 0;
    int length = 1;
    for (int from = 0; from < PIECES; from++) {
      int to = from;
      while (to < PIECES && address[to] == 0) {
        to++;
      }
      if (to - from > length) {
        start = from;
        length = to - from;
      }
    }
    return length < 2
        ? hex(address, 0, PIECES)
        : hex(address, 0, start) + "::" + hex(address, start + length, PIECES);
  }

  private static String hex(int[] address, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> Integer.toHexString(address[i]))
        .collect(Collectors.joining(":"));
  }
}
