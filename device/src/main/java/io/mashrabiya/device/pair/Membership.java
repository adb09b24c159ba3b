package io.mashrabiya.device.pair;

import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.check.Check;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.statement.Statement;
import java.util.Optional;

/// What a device keeps of the household that took it in. Immutable.
///
/// @param home the newest certificate it has seen; its root is the pinned one
/// @param memberList the newest list it has seen
/// @param origin the relay to ask
public record Membership(
    DeviceKeys keys, HomeCertificate home, MemberList memberList, String name, Origin origin) {
  public HouseholdId household() {
    return home.household();
  }

  public DeviceId device() {
    return keys.idIn(household());
  }

  /// With a certificate that the relay handed over; empty when it is not of the pinned root or
  /// older than the one held.
  public Optional<Membership> under(HomeCertificate certificate) {
    return isOfOurRoot(certificate) && certificate.serial() >= home.serial()
        ? Optional.of(new Membership(keys, certificate, memberList, name, origin))
        : Optional.empty();
  }

  @Check
  private boolean isOfOurRoot(HomeCertificate certificate) {
    return certificate.root().equals(home.root());
  }

  /// Whether this is a member list of the home that contradicts the one held: of the same version,
  /// and of another ruling. A home that signed both has forgotten something, and is to be shown the
  /// one held.
  public boolean isContradictedBy(Statement statement) throws Malformed {
    return MemberList.verify(statement, home)
        .filter(list -> list.edition().contradicts(memberList.edition()))
        .isPresent();
  }

  /// With a member list of the home, if it is one and newer than the one held.
  public Membership withList(Statement statement) throws Malformed {
    return MemberList.verify(statement, home)
        .filter(list -> list.version().isNewerThan(memberList.version()))
        .map(list -> new Membership(keys, home, list, name, origin))
        .orElse(this);
  }

  @Override
  public String toString() {
    return "Membership[" + household() + ", " + device() + "]";
  }
}
