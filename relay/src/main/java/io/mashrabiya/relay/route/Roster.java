package io.mashrabiya.relay.route;

import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the home has signed about its members: the newest member list, and the newest key card of
/// each.
///
/// Guarantee: both verified under the certificate of a home that proved itself, and neither is ever
/// followed by an older one.
final class Roster {
  private final HouseholdId household;
  private @Nullable MemberList members;
  private final Map<DeviceId, KeyCard> cards = new HashMap<>();

  Roster(HouseholdId household) {
    this.household = household;
  }

  Optional<MemberList> members() {
    return Optional.ofNullable(members);
  }

  Optional<KeyCard> card(DeviceId device) {
    return Optional.ofNullable(cards.get(device));
  }

  /// Whether the list was taken: it is of this home and newer than the one held.
  boolean take(Statement list, HomeCertificate certificate) throws Malformed {
    var verified = MemberList.verify(list, certificate);
    if (verified.isEmpty() || !verified.get().version().isNewerThan(version())) {
      return false;
    }
    members = verified.get();
    cards.keySet().retainAll(members.members().keySet());
    return true;
  }

  /// Whether the card was taken: it is of this home, for a member, and newer than the one held.
  boolean take(KeyCard card, HomeCertificate certificate) {
    var held = cards.get(card.device());
    boolean taken =
        card.household().equals(household)
            && card.version().serial() == certificate.serial()
            && (held == null || card.version().isNewerThan(held.version()))
            && members != null
            && members.members().containsKey(card.device())
            && card.signedBy(certificate.sign());
    if (taken) {
      cards.put(card.device(), card);
    }
    return taken;
  }

  /// The home began anew under another certificate: its older cards are no longer its word.
  void forgetCards() {
    cards.clear();
  }

  private Version version() {
    return members == null ? Version.NONE : members.version();
  }
}
