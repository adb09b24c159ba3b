package io.mashrabiya.bench;

import io.mashrabiya.bench.report.Figure;
import java.util.List;
import java.util.Map;

/// What a measurement came to.
///
/// @param facts what else one must know to judge the figures: versions of foreign programs, sizes
///   as they really were
/// @param figures in the order in which they are shown
public record Findings(Map<String, String> facts, List<Figure> figures) {
  public Findings {
    figures = List.copyOf(figures);
  }
}
