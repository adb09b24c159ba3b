package io.mashrabiya.relay.admit;

import io.mashrabiya.relay.admit.HomeAdmission.Standing;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.member.MemberList;
import java.time.Instant;
import java.util.Optional;

/// Decides whether a link is who it says it is, and may come in. Pure and not thread-safe.
///
/// Guarantee: whoever is let in signed this link's own challenge for this relay's own origin, with
/// the key that the root certified for the home, or that the home's newest member list names for
/// the device.
public final class Gate {
  /// What becomes of somebody who wants in as `T`.
  public sealed interface Verdict<T> {
    record Proven<T>(T who) implements Verdict<T> {}

    record Refused<T>(ByeReason reason) implements Verdict<T> {}
  }

  /// A device of a household.
  public record Member(HouseholdId household, DeviceId device) {}

  private final Origin own;
  private final HomeAdmission homes;

  public Gate(Origin own, HomeAdmission homes) {
    this.own = own;
    this.homes = homes;
  }

  /// Which homes may come in.
  public HomeAdmission homes() {
    return homes;
  }

  /// A home wants in. One that is not admitted yet may show a code of the operator's, which is used
  /// up only by a home that proves itself.
  public Verdict<HomeCertificate> home(
      HomeSays.HomeHello hello, Optional<AdmissionCode> code, Challenge asked, Instant now)
      throws Malformed {
    var proof = hello.proof();
    // First what costs nothing: a signature takes some hundred times as long to check.
    var standing = homes.standing(proof.household());
    if (standing == Standing.SUSPENDED) {
      return new Verdict.Refused<>(ByeReason.SUSPENDED);
    }
    if (standing == Standing.NOT_ADMITTED && !homes.opens(code, now)) {
      return new Verdict.Refused<>(ByeReason.NOT_ADMITTED);
    }
    var proven =
        HomeCertificate.verify(hello.certificate())
            .filter(certificate -> certificate.household().equals(proof.household()))
            .filter(certificate -> proof.answers(asked, own, certificate.sign()));
    if (proven.isEmpty()) {
      return new Verdict.Refused<>(ByeReason.NOT_PROVEN);
    }
    if (standing == Standing.NOT_ADMITTED) {
      homes.redeem(code.orElseThrow(), proof.household(), now);
    }
    return new Verdict.Proven<>(proven.get());
  }

  /// A device wants in.
  ///
  /// @param members the newest list of the household that the device names, if there is one
  public Verdict<Member> device(
      DeviceSays.DeviceHello hello, Challenge asked, Optional<MemberList> members) {
    var proof = hello.proof();
    if (homes.standing(proof.household()) == Standing.SUSPENDED) {
      return new Verdict.Refused<>(ByeReason.SUSPENDED);
    }
    if (members.isEmpty() || !members.get().household().equals(proof.household())) {
      return new Verdict.Refused<>(ByeReason.HOME_UNKNOWN);
    }
    var key = members.get().members().get(proof.device());
    if (key == null) {
      return new Verdict.Refused<>(ByeReason.NOT_A_MEMBER);
    }
    return proof.answers(asked, own, key)
        ? new Verdict.Proven<>(new Member(proof.household(), proof.device()))
        : new Verdict.Refused<>(ByeReason.NOT_PROVEN);
  }
}
