package io.mashrabiya.relay.admit;

import java.nio.ByteBuffer;

/// Where a link comes from, as far as one party can be told from another: an IPv4 address, or the
/// first 64 bits of an IPv6 address, because whoever has one address has all that share these (RFC
/// 4291, section 2.5.4).
///
/// Not guaranteed: that it is one party. Behind an IPv4 address there may be many, and somebody may
/// have many IPv6 networks.
///
/// @param prefixBytes how many bytes of the address count: 4, 8, or 0 where there is no address
/// @param prefix these bytes
public record Neighbourhood(int prefixBytes, long prefix) {
  /// Of links without an address of these kinds; they count as one.
  public static final Neighbourhood NOWHERE = new Neighbourhood(0, 0);

  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;

  /// The 96 bits before an IPv4 address that is written as an IPv6 one (RFC 4291, section 2.5.5.2).
  private static final long MAPPED_FIRST = 0;

  private static final int MAPPED_NEXT = 0x0000_ffff;

  /// Of the address's bytes in network order.
  public static Neighbourhood of(byte[] address) {
    var bytes = ByteBuffer.wrap(address);
    return switch (address.length) {
      case IPV4_BYTES -> ipv4(bytes.getInt());
      case IPV6_BYTES -> {
        long first = bytes.getLong();
        boolean isMapped = first == MAPPED_FIRST && bytes.getInt() == MAPPED_NEXT;
        yield isMapped ? ipv4(bytes.getInt()) : new Neighbourhood(Long.BYTES, first);
      }
      default -> NOWHERE;
    };
  }

  private static Neighbourhood ipv4(int address) {
    return new Neighbourhood(IPV4_BYTES, Integer.toUnsignedLong(address));
  }
}
