package io.mashrabiya.proof.seed;

/// Lets keys and nonces of this process come from the seeds of its histories.
public final class Seeds {
  private Seeds() {}

  /// While it is open, the calling thread's chance is of one seed.
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  /// To be called first of all, before anything makes a key.
  public static void install() {
    SeededRandom.install();
  }

  public static Scope on(long seed) {
    return SeededRandom.on(seed);
  }
}
