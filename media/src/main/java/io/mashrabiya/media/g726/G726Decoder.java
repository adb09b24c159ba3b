package io.mashrabiya.media.g726;

import java.util.Arrays;

/// Decodes G.726, sample by sample (ITU-T G.726, clause 3), in the integer arithmetic of the
/// recommendation, whose names it keeps. Not thread-safe.
public final class G726Decoder {
  private static final int ZEROS = 6;

  /// Zero as the recommendation writes it in floating point: exponent 0, mantissa 32.
  private static final int FLOATING_ZERO = 32;

  private static final int NEGATIVE = 0x400;

  private final G726Rate rate;
  private final StepSize step = new StepSize();

  /// Of the two poles and six zeros of the predictor, `A1`, `A2` and `B1` to `B6`.
  private final int[] a = new int[2];

  private final int[] b = new int[ZEROS];

  /// The last differences and signals, in floating point.
  private final int[] dq = new int[ZEROS];

  private final int[] sr = {FLOATING_ZERO, FLOATING_ZERO};
  private final boolean[] pk = new boolean[2];

  public G726Decoder(G726Rate rate) {
    this.rate = rate;
    Arrays.fill(dq, FLOATING_ZERO);
  }

  /// The next sample, of 16 bits.
  ///
  /// @param code as many bits as the rate has
  public short decode(int code) {
    int zeros = zeros();
    int estimate = (zeros + product(a[1] >> 2, sr[1]) + product(a[0] >> 2, sr[0])) >> 1;
    int y = step.size();
    int magnitude = magnitude(rate.level(code) + (y >> 2));
    boolean negative = rate.negative(code);
    int signal = estimate + (negative ? -magnitude : magnitude);
    int difference = signal - estimate + (zeros >> 1);
    boolean transition = step.isTransition(magnitude);
    adapt(negative, magnitude, difference, transition);
    step.adapt(y, rate.multiplier(code), rate.speed(code), transition, a[1]);
    remember(negative, magnitude, signal, difference);
    return (short) Math.clamp(signal * 4L, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  private int zeros() {
    int sum = 0;
    for (int i = 0; i < ZEROS; i++) {
      sum += product(b[i] >> 2, dq[i]);
    }
    return sum;
  }

  /// `ANTILOG`.
  private static int magnitude(int logarithm) {
    if (logarithm < 0) {
      return 0;
    }
    int exponent = (logarithm >> 7) & 15;
    int mantissa = 128 + (logarithm & 127);
    return (mantissa << 7) >> (14 - exponent);
  }

  /// `FMULT`: a coefficient times something in floating point.
  private static int product(int coefficient, int floating) {
    int magnitude = coefficient > 0 ? coefficient : -coefficient & 0x1fff;
    int exponent = bits(magnitude) - 6;
    int mantissa =
        magnitude == 0 ? 32 : exponent >= 0 ? magnitude >> exponent : magnitude << -exponent;
    int sumExponent = exponent + ((floating >> 6) & 15) - 13;
    int product = (mantissa * (floating & 63) + 48) >> 4;
    int value = sumExponent >= 0 ? (product << sumExponent) & 0x7fff : product >> -sumExponent;
    return (coefficient ^ floating) < 0 ? -value : value;
  }

  private static int bits(int magnitude) {
    return 32 - Integer.numberOfLeadingZeros(magnitude);
  }

  /// `FLOATA` and `FLOATB`.
  private static int floating(boolean negative, int magnitude) {
    int exponent = bits(magnitude);
    int value = magnitude == 0 ? FLOATING_ZERO : (exponent << 6) + ((magnitude << 6) >> exponent);
    return negative ? value - NEGATIVE : value;
  }

  /// `UPA1`, `UPA2`, `UPB`, `LIMC` and `LIMD`; a transition forgets everything.
  private void adapt(boolean negative, int magnitude, int difference, boolean transition) {
    if (transition) {
      Arrays.fill(a, 0);
      Arrays.fill(b, 0);
      return;
    }
    boolean falls = difference < 0;
    boolean turned = falls != pk[0];
    int second = a[1] - (a[1] >> 7);
    if (difference != 0) {
      int first = turned ? a[0] : -a[0];
      second += first < -8191 ? -0x100 : first > 8191 ? 0xff : first >> 5;
      second = Math.clamp(second + (falls != pk[1] ? -0x80 : 0x80), -12_288, 12_288);
    }
    a[1] = second;
    a[0] -= a[0] >> 8;
    if (difference != 0) {
      a[0] += turned ? -192 : 192;
    }
    a[0] = Math.clamp(a[0], second - 15_360, 15_360 - second);
    for (int i = 0; i < ZEROS; i++) {
      b[i] -= b[i] >> (rate == G726Rate.BITS_5 ? 9 : 8);
      if (magnitude != 0) {
        b[i] += negative == dq[i] < 0 ? 128 : -128;
      }
    }
  }

  private void remember(boolean negative, int magnitude, int signal, int difference) {
    System.arraycopy(dq, 0, dq, 1, ZEROS - 1);
    dq[0] = floating(negative, magnitude);
    sr[1] = sr[0];
    sr[0] = floating(signal < 0, Math.min(Math.abs(signal), 0x7fff));
    pk[1] = pk[0];
    pk[0] = difference < 0;
  }
}
