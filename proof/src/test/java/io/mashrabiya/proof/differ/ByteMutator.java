package io.mashrabiya.proof.differ;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Changes bytes, more often near the beginning, where the fields are.
final class ByteMutator implements Mutator {
  private static final byte[] EDGES = {0, 1, 7, 8, 9, 15, 16, 0x7f, (byte) 0x80, -2, -1};
  private static final int MOST_BYTES = 4_096;

  @Override
  public byte[] mutate(byte[] input, SplittableRandom random) {
    if (input.length == 0) {
      return new byte[] {edge(random)};
    }
    byte[] changed = input.clone();
    int at = place(input.length, random);
    switch (random.nextInt(8)) {
      case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> changed[at] = (byte) random.nextInt();
      case 2 -> changed[at] = edge(random);
      case 3 -> changed[at] += (byte) (random.nextBoolean() ? 1 : -1);
      case 4 -> changed = Arrays.copyOf(input, at);
      case 5 -> changed = spliced(input, at, at, new byte[] {edge(random)});
      case 6 -> changed = spliced(input, at, Math.min(input.length, at + 1), new byte[0]);
      default -> {
        int from = random.nextInt(input.length);
        int to = Math.min(input.length, from + 1 + random.nextInt(32));
        changed = spliced(input, at, at, Arrays.copyOfRange(input, from, to));
      }
    }
    return changed.length > MOST_BYTES ? Arrays.copyOf(changed, MOST_BYTES) : changed;
  }

  private static byte edge(SplittableRandom random) {
    return EDGES[random.nextInt(EDGES.length)];
  }

  private static int place(int length, SplittableRandom random) {
    int anywhere = random.nextInt(length);
    return random.nextInt(4) == 0 ? anywhere : Math.min(anywhere, random.nextInt(24));
  }

  private static byte[] spliced(byte[] input, int from, int to, byte[] between) {
    byte[] whole = Arrays.copyOf(input, from + between.length + input.length - to);
    System.arraycopy(between, 0, whole, from, between.length);
    System.arraycopy(input, to, whole, from + between.length, input.length - to);
    return whole;
  }
}
