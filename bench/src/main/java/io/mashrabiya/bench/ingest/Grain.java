package io.mashrabiya.bench.ingest;

import java.util.SplittableRandom;

/// What a real sensor adds to a picture, and what a drawn room lacks.
public final class Grain {
  private static final int MOST = 12;

  private Grain() {}

  /// Makes every pixel a little lighter or darker.
  public static void over(int[] rgb, SplittableRandom random) {
    for (int i = 0; i < rgb.length; i++) {
      int change = random.nextInt(-MOST, MOST + 1);
      int red = Math.clamp(((rgb[i] >> 16) & 255) + change, 0, 255);
      int green = Math.clamp(((rgb[i] >> 8) & 255) + change, 0, 255);
      int blue = Math.clamp((rgb[i] & 255) + change, 0, 255);
      rgb[i] = red << 16 | green << 8 | blue;
    }
  }
}
