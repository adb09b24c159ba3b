package io.mashrabiya.home.authority;

import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.letter.InviteEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The invites that are out (formats, section 7): by id only, their secrets are elsewhere.
///
/// Guarantee: an invite for one device takes in one device; ten messages that do not open, or its
/// time, void it.
final class Invites {
  static final int MAX_STANDING = 32;
  static final int MAX_FAILURES = 10;

  private final Map<InviteId, Invite> standing = new LinkedHashMap<>();

  private record Invite(
      InviteTerms terms, Instant until, int failures, Optional<DeviceId> takenBy) {
    Invite failed() {
      return new Invite(terms, until, failures + 1, takenBy);
    }

    Invite taken(DeviceId device) {
      return new Invite(terms, until, failures, Optional.of(device));
    }

    boolean serves(DeviceId device) {
      return terms.reusable() || takenBy.isEmpty() || takenBy.get().equals(device);
    }
  }

  /// The oldest gives way when too many are out.
  void issue(InviteId id, InviteTerms terms, Instant now) {
    expire(now);
    if (standing.size() >= MAX_STANDING) {
      standing.remove(standing.keySet().iterator().next());
    }
    standing.put(id, new Invite(terms, now.plus(terms.goodFor()), 0, Optional.empty()));
  }

  /// What the invite is good for, if it is for this device; the first one that asks has it.
  Optional<InviteTerms> take(InviteId id, DeviceId device, Instant now) {
    expire(now);
    Invite invite = standing.get(id);
    if (invite == null || !invite.serves(device)) {
      return Optional.empty();
    }
    standing.put(id, invite.taken(device));
    return Optional.of(invite.terms());
  }

  /// Lets nobody in by it any more. False when it did not stand.
  boolean withdraw(InviteId id, Instant now) {
    expire(now);
    return standing.remove(id) != null;
  }

  /// Those that still wait for their device.
  List<InviteEntry> entries(Instant now) {
    expire(now);
    return standing.entrySet().stream()
        .filter(each -> each.getValue().takenBy().isEmpty() || each.getValue().terms().reusable())
        .map(each ->
            new InviteEntry(
                each.getKey(), each.getValue().terms().terms(), each.getValue().until()))
        .toList();
  }

  /// A message that did not open.
  void failed(InviteId id) {
    standing.computeIfPresent(
        id, (same, invite) -> invite.failures() + 1 < MAX_FAILURES ? invite.failed() : null);
  }

  boolean stands(InviteId id, Instant now) {
    expire(now);
    return standing.containsKey(id);
  }

  /// Which invites stand, and for how long yet.
  Map<InviteId, Duration> standing(Instant now) {
    expire(now);
    Map<InviteId, Duration> left = new LinkedHashMap<>();
    standing.forEach((id, invite) -> left.put(id, Duration.between(now, invite.until())));
    return left;
  }

  /// How many are kept, whether or not their time is over.
  int count() {
    return standing.size();
  }

  private void expire(Instant now) {
    standing.values().removeIf(invite -> !now.isBefore(invite.until()));
  }
}
