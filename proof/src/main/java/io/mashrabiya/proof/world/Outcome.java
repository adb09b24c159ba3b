package io.mashrabiya.proof.world;

import io.mashrabiya.wire.letter.ReportReason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What came of one history.
///
/// @param lies told, by name
/// @param refusals of devices, by reason
/// @param broken the first promise that was broken, and how many deliveries in
/// @param deeds that were done, or left out
/// @param story what happened, if it was written down
public record Outcome(
    long deliveries,
    Map<String, Long> lies,
    Map<ReportReason, Long> refusals,
    long seen,
    Optional<Broken> broken,
    int deeds,
    List<String> story) {
  /// A promise that was broken.
  public record Broken(Promise promise, String words, long afterDeliveries) {}

  public Outcome {
    lies = new TreeMap<>(lies);
    refusals = refusals.isEmpty() ? Map.of() : new EnumMap<>(refusals);
    story = List.copyOf(story);
  }
}
