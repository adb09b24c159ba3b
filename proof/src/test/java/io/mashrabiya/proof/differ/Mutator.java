package io.mashrabiya.proof.differ;

import java.util.SplittableRandom;

/// Changes an input in one way that its form suggests, so that much of what comes of it is still
/// understood and the rest fails at every depth.
@FunctionalInterface
interface Mutator {
  byte[] mutate(byte[] input, SplittableRandom random);
}
