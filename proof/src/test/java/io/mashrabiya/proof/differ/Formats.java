package io.mashrabiya.proof.differ;

import java.util.List;
import java.util.stream.Stream;

/// Every format that both Java and TypeScript read.
final class Formats {
  static final List<Format> ALL =
      Stream.of(PlainFormats.all(), JsonFormats.all(), SignedFormats.all())
          .flatMap(List::stream)
          .toList();

  private Formats() {}
}
