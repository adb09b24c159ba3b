package io.mashrabiya.relay.rollout;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// How large a part of all households.
///
/// @param perTenThousand from 0, none, to 10,000, all
public record Share(int perTenThousand) implements Comparable<Share> {
  static final int WHOLE = 10_000;

  public static final Share NONE = new Share(0);
  public static final Share ALL = new Share(WHOLE);

  private static final int DECIMALS = 2;

  /// No more digits than a share can have, so that nothing long is ever made a number of.
  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,2})?");

  public Share {
    if (!isOne(perTenThousand)) {
      throw new IllegalArgumentException("not a share: " + perTenThousand);
    }
  }

  public static boolean isOne(long perTenThousand) {
    return perTenThousand >= 0 && perTenThousand <= WHOLE;
  }

  /// Reads percent as people write them, with two decimals at most: `5`, `0.25`, `100`.
  public static Optional<Share> parse(String percent) {
    if (!PERCENT.matcher(percent).matches()) {
      return Optional.empty();
    }
    int share = new BigDecimal(percent).movePointRight(DECIMALS).intValueExact();
    return isOne(share) ? Optional.of(new Share(share)) : Optional.empty();
  }

  /// Whether it reaches a household at that place, from 0 to 9,999.
  public boolean holds(int place) {
    return place < perTenThousand;
  }

  /// From 0 to 1.
  public double ratio() {
    return (double) perTenThousand / WHOLE;
  }

  /// In percent, as [#parse] reads it.
  public String percent() {
    return BigDecimal.valueOf(perTenThousand, DECIMALS).stripTrailingZeros().toPlainString();
  }

  @Override
  public int compareTo(Share other) {
    return Integer.compare(perTenThousand, other.perTenThousand);
  }

  @Override
  public String toString() {
    return percent() + "%";
  }
}
