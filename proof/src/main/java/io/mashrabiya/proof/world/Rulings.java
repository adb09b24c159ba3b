package io.mashrabiya.proof.world;

import io.mashrabiya.wire.ids.CameraId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What one home has confirmed that nobody may see any more, and what it cannot know of it: a copy
/// of its data that was put back has forgotten what was ruled later, until somebody tells.
final class Rulings {
  private final Map<Phone, Instant> struck = new HashMap<>();
  private final Map<CameraId, Instant> closed = new HashMap<>();
  private final Map<Phone, Limit> limited = new HashMap<>();
  private final Map<Phone, Instant> confirmed = new HashMap<>();
  private Instant copied = Instant.MAX;
  private final List<Amnesia> amnesias = new ArrayList<>();

  /// A phone that sees one camera only.
  private record Limit(CameraId left, Instant since) {}

  /// Nothing is known that was ruled after the copy was made.
  ///
  /// @param until when it was told of it
  private record Amnesia(Instant copied, Instant since, Instant until) {
    boolean covers(Instant ruled, Instant taken) {
      return ruled.isAfter(copied)
          && ruled.isBefore(since)
          && !taken.isBefore(since)
          && !taken.isAfter(until);
    }
  }

  /// It was removed, and belongs to the house no more. Said again of one that is gone, it rules
  /// nothing.
  ///
  /// @param asked who has the home's word for it
  /// @param isRuled whether it was a member when it was asked: else an answer was lost, and since
  ///   when it is struck nobody knows
  void struck(Phone asked, Phone phone, Instant since, boolean isRuled) {
    Instant before = struck.get(phone);
    if (before == null || isForgotten(before, since)) {
      struck.put(phone, since);
      if (isRuled) {
        confirmed.put(asked, since);
      }
    }
  }

  boolean isStruck(Phone phone) {
    return struck.containsKey(phone);
  }

  /// Nobody sees what this camera takes from now on.
  void closed(Phone asked, CameraId camera, Instant since) {
    closed.put(camera, since);
    confirmed.put(asked, since);
  }

  /// Somebody asks that it be seen again.
  void opens(CameraId camera) {
    closed.remove(camera);
  }

  /// It sees no other camera from now on.
  void limited(Phone asked, Phone phone, CameraId left, Instant since) {
    limited.put(phone, new Limit(left, since));
    confirmed.put(asked, since);
  }

  /// Since when it may not see that camera though it sees another.
  Optional<Instant> limitedFrom(Phone phone, CameraId camera) {
    return Optional.ofNullable(limited.get(phone))
        .filter(limit -> !limit.left.equals(camera))
        .map(Limit::since);
  }

  /// Somebody asks that it may see others than before.
  void changes(Phone phone) {
    limited.remove(phone);
  }

  // ---- copies

  /// Whether it may know less than it once did: a copy of that would be a copy of nothing certain.
  boolean isForgetful() {
    return amnesias.stream().anyMatch(gap -> gap.until.equals(Instant.MAX));
  }

  void copied(Instant now) {
    copied = now;
  }

  /// The copy was put in place of what the home knew.
  void putBack(Instant now) {
    boolean isOld =
        Stream.of(
                struck.values().stream(),
                closed.values().stream(),
                limited.values().stream().map(Limit::since))
            .flatMap(rulings -> rulings)
            .anyMatch(ruled -> ruled.isAfter(copied));
    if (isOld) {
      amnesias.add(new Amnesia(copied, now, Instant.MAX));
    }
  }

  /// It knows now that it is a copy.
  void told(Instant now) {
    amnesias.replaceAll(
        gap -> gap.until.equals(Instant.MAX) ? new Amnesia(gap.copied, gap.since, now) : gap);
  }

  /// The owner confirmed the devices of the copy, and took its cameras' and guests' rules as they
  /// stand there.
  void confirmedByOwner(Instant now) {
    told(now);
    closed.values().removeIf(since -> since.isAfter(copied));
    limited.values().removeIf(limit -> limit.since.isAfter(copied));
    confirmed.clear();
  }

  /// Whether the home serves this phone what it took, though the phone has its word for a ruling
  /// that the home has forgotten.
  boolean isForgottenBefore(Phone phone, Instant taken) {
    return Optional.ofNullable(confirmed.get(phone))
        .filter(ruled -> isForgotten(ruled, taken))
        .isPresent();
  }

  private boolean isForgotten(Instant ruled, Instant taken) {
    return amnesias.stream().anyMatch(gap -> gap.covers(ruled, taken));
  }

  /// Since when this phone may not see what that camera took then.
  Stream<Instant> off(Phone phone, CameraId camera, Instant taken) {
    return Stream.of(
            Optional.ofNullable(struck.get(phone)),
            Optional.ofNullable(closed.get(camera)),
            limitedFrom(phone, camera))
        .flatMap(Optional::stream)
        .filter(ruled -> taken.isAfter(ruled))
        .filter(ruled -> !isForgotten(ruled, taken));
  }
}
