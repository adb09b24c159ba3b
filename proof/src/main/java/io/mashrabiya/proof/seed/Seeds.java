package io.mashrabiya.proof.seed;

import java.util.logging.LogManager;

/// Lets keys and nonces of this process come from the seeds of its histories.
public final class Seeds {
  private Seeds() {}

  /// While it is open, the calling thread's chance is of one seed.
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  /// To be called first of all, before anything makes a key. Homes' logs are silent from then on:
  /// their lies are counted.
  public static void install() {
    SeededRandom.install();
    LogManager.getLogManager().reset();
  }

  public static Scope on(long seed) {
    return SeededRandom.on(seed);
  }
}
