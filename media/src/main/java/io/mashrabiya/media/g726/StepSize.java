package io.mashrabiya.media.g726;

/// How large a step of the quantizer is now, and how quickly that changes (ITU-T G.726, clauses 2.5
/// to 2.7). Not thread-safe.
final class StepSize {
  private static final int LEAST = 544;
  private static final int MOST = 5_120;

  /// A second pole below that tells of a tone, such as a modem's.
  private static final int TONE = -11_776;

  private int slow = LEAST << 6;
  private int quick = LEAST;
  private int shortTerm;
  private int longTerm;
  private int speed;
  private boolean tone;

  /// `MIX`: the logarithm of the step, `Y`.
  int size() {
    if (speed >= 256) {
      return quick;
    }
    int size = slow >> 6;
    int difference = quick - size;
    int part = difference * (speed >> 2);
    return size + (difference < 0 ? (part + 63) >> 6 : part >> 6);
  }

  /// `TRANS`: whether a tone ends in a step that is far too large for it.
  boolean isTransition(int magnitude) {
    int whole = slow >> 15;
    int threshold = whole > 9 ? 31 << 10 : (32 + ((slow >> 10) & 31)) << whole;
    return tone && magnitude > (threshold + (threshold >> 1)) >> 1;
  }

  /// `FILTD`, `FILTE`, `LIMB`, `FILTA`, `FILTB`, `SUBTC`, `FILTC`, `TRIGA` and `TONE`.
  ///
  /// @param y what [#size] was for this sample
  /// @param secondPole as it is after this sample
  void adapt(int y, int multiplier, int codeSpeed, boolean transition, int secondPole) {
    quick = Math.clamp(y + ((multiplier - y) >> 5), LEAST, MOST);
    slow += quick + (-slow >> 6);
    shortTerm += (codeSpeed - shortTerm) >> 5;
    longTerm += ((codeSpeed << 2) - longTerm) >> 7;
    tone = !transition && secondPole < TONE;
    boolean changes = y < 1_536 || tone || Math.abs((shortTerm << 2) - longTerm) >= longTerm >> 3;
    speed = transition ? 256 : speed + (changes ? (0x200 - speed) >> 4 : -speed >> 4);
  }
}
