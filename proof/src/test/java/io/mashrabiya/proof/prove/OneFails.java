package io.mashrabiya.proof.prove;

import io.mashrabiya.proof.lie.Lies;
import io.mashrabiya.proof.seed.Seeds;
import java.util.concurrent.atomic.AtomicInteger;

/// A run of days whose second history cannot be played.
final class OneFails {
  private static final long DAYS_OF_DELIVERIES = 1_000_000_000_000L;

  private OneFails() {}

  public static void main(String[] arguments) throws Exception {
    Seeds.install();
    var begun = new AtomicInteger();
    new Run(
            7,
            DAYS_OF_DELIVERIES,
            () -> {
              if (begun.incrementAndGet() == 2) {
                throw new IllegalStateException("no disk");
              }
              return Lies.all();
            },
            _ -> {})
        .play();
  }
}
