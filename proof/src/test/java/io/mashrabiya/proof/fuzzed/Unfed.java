package io.mashrabiya.proof.fuzzed;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Parsers that no fuzz target feeds, and why.
final class Unfed {
  static final SortedMap<String, String> REASONS = new TreeMap<>(Map.ofEntries());

  private Unfed() {}
}
