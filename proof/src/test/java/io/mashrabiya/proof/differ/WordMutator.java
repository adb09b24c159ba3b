package io.mashrabiya.proof.differ;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/// Changes a line of text: an id, an origin, a link. What comes is always text, as it is where a
/// WebSocket or an address bar hands it on.
final class WordMutator implements Mutator {
  /// Characters that readers like to treat each in their own way.
  private static final String LIKELY =
      "aAzZ019-_.~/:#?@[]%=+ \t\n\0\u007f\u0080\u009f\u00a0\u00df\u0130\u2028\ufeff\uff10\"\\{}";

  private final List<String> pieces;

  /// @param pieces that may come in anywhere
  WordMutator(List<String> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  @Override
  public byte[] mutate(byte[] input, SplittableRandom random) {
    return mutate(new String(input, StandardCharsets.UTF_8), random)
        .getBytes(StandardCharsets.UTF_8);
  }

  String mutate(String text, SplittableRandom random) {
    int[] points = text.codePoints().toArray(); // never half a surrogate pair
    int at = random.nextInt(points.length + 1);
    String before = new String(points, 0, at);
    int cut = Math.min(points.length - at, random.nextInt(3));
    String after = new String(points, at + cut, points.length - at - cut);
    return switch (random.nextInt(6)) {
      case 0 -> before + likely(random) + after;
      case 1 -> before + new String(points, at, points.length - at - cut);
      case 2 -> before + after;
      case 3 ->
          before
              + text.codePoints()
                  .limit(8)
                  .collect(
                      StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              + after;
      default -> pieces.isEmpty() ? before + likely(random) : before + piece(random) + after;
    };
  }

  private String piece(SplittableRandom random) {
    return pieces.get(random.nextInt(pieces.size()));
  }

  private static char likely(SplittableRandom random) {
    return LIKELY.charAt(random.nextInt(LIKELY.length()));
  }
}
