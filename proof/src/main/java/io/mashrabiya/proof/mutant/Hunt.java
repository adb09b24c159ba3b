package io.mashrabiya.proof.mutant;

import java.util.function.BiFunction;

/// Looks for a history in which a mutant breaks a promise.
public final class Hunt {
  private Hunt() {}

  /// What caught a mutant.
  ///
  /// @param by the promise that it broke; empty: none
  /// @param deliveries until then
  public record Catch(Mutant mutant, String by, long deliveries) {
    public boolean isCaught() {
      return !by.isEmpty();
    }
  }

  /// Plays histories with the mutant in place of its original.
  public static Catch of(Mutant mutant, long seed, long mostDeliveries)
      throws ReflectiveOperationException {
    Class<?> within = new MutantLoader(mutant).loadClass(Within.class.getName());
    @SuppressWarnings("unchecked") // its types are the JDK's
    var play = (BiFunction<Long, Long, String>) within.getDeclaredConstructor().newInstance();
    String[] told = play.apply(seed, mostDeliveries).split(" ", 2);
    return new Catch(mutant, told.length > 1 ? told[1] : "", Long.parseLong(told[0]));
  }
}
