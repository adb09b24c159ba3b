package io.mashrabiya.relay.admit;

import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.AdmissionCode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Which homes are taken in now: the configuration's word, and what the operator decided since.
/// Pure and not thread-safe.
///
/// Guarantee: a suspended household has no link, whatever else is said of it. Not decided here, or
/// anywhere in the relay: who may look at a household's cameras.
public final class HomeAdmission {
  /// How a household stands with this relay.
  public enum Standing {
    ADMITTED,
    NOT_ADMITTED,
    SUSPENDED
  }

  private Admission configured;
  private Register register;

  public HomeAdmission(Admission configured, Register register) {
    this.configured = configured;
    this.register = register;
  }

  public Standing standing(HouseholdId household) {
    if (register.suspended().containsKey(household)) {
      return Standing.SUSPENDED;
    }
    boolean isIn =
        register.admitted().containsKey(household)
            || (configured.admits(household) && !register.dismissed().containsKey(household));
    return isIn ? Standing.ADMITTED : Standing.NOT_ADMITTED;
  }

  /// Whether a home that is not admitted may come in by this code.
  public boolean opens(Optional<AdmissionCode> code, Instant now) {
    return configured.takesCodes()
        && code.map(CodeHash::of).filter(hash -> register.isGood(hash, now)).isPresent();
  }

  /// A home that proved itself came in by a code: it is admitted for good, and the code is used up.
  /// False when the code does not open.
  public boolean redeem(AdmissionCode code, HouseholdId household, Instant now) {
    var changed = register.redeem(CodeHash.of(code), household, now);
    if (!configured.takesCodes() || changed.isEmpty()) {
      return false;
    }
    register = changed.get();
    return true;
  }

  /// The operator decides something.
  public void decide(UnaryOperator<Register> decision) {
    register = decision.apply(register);
  }

  /// The configuration says something else from now on.
  public void configure(Admission now) {
    configured = now;
  }

  public Admission configured() {
    return configured;
  }

  public Register register() {
    return register;
  }
}
