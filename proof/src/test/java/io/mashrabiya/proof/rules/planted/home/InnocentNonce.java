package io.mashrabiya.proof.rules.planted.home;

import java.security.SecureRandom;
import java.util.function.DoubleSupplier;

/// Nobody can guess this one, though its method is that of its parent.
final class InnocentNonce {
  DoubleSupplier jitter() {
    return new SecureRandom()::nextDouble;
  }
}
