package io.mashrabiya.proof.seed;

import java.security.Provider;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.SplittableRandom;

/// Gives every `SecureRandom` of this process to whoever plays a history, so that keys and nonces
/// come from its seed too. Never shipped: a process that has this installed keeps no secret.
public final class SeededRandom extends SecureRandomSpi {
  private static final long serialVersionUID = 1;
  private static final ThreadLocal<SplittableRandom> STREAM =
      ThreadLocal.withInitial(() -> new SplittableRandom(0));

  /// Installed before anything makes a `SecureRandom`.
  private static final class Seeded extends Provider {
    private static final long serialVersionUID = 1;

    Seeded() {
      super("Seeded", "1", "chance from a seed, for histories");
      put("SecureRandom.Seeded", SeededRandom.class.getName());
      put("SecureRandom.Seeded ThreadSafe", "true");
    }
  }

  /// Called by the provider.
  public SeededRandom() {}

  /// To be called once, first of all.
  static void install() {
    Security.insertProviderAt(new Seeded(), 1);
  }

  static Seeds.Scope on(long seed) {
    STREAM.set(new SplittableRandom(seed));
    return STREAM::remove;
  }

  @Override
  protected void engineSetSeed(byte[] seed) {}

  @Override
  protected void engineNextBytes(byte[] bytes) {
    STREAM.get().nextBytes(bytes);
  }

  @Override
  protected byte[] engineGenerateSeed(int sizeBytes) {
    byte[] seed = new byte[sizeBytes];
    engineNextBytes(seed);
    return seed;
  }
}
