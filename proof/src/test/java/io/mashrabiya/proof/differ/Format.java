package io.mashrabiya.proof.differ;

import java.util.List;
import java.util.SplittableRandom;

/// A format that two implementations read.
///
/// @param name by which the viewer's judge is called
/// @param cost how many inputs of a plain format one of this takes the time of: where each is
///   signed and verified it is more
/// @param seeds good inputs, from the vectors
record Format(String name, int cost, List<byte[]> seeds, Mutator mutator, Judge java) {
  Format {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException(name + " begins with nothing");
    }
  }

  /// The next input: a seed, changed in one to four ways.
  byte[] input(SplittableRandom random) {
    byte[] input = seeds.get(random.nextInt(seeds.size()));
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      input = mutator.mutate(input, random);
    }
    return input;
  }

  @Override
  public String toString() {
    return name;
  }
}
