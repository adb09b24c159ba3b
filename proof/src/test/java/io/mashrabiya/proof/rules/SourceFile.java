package io.mashrabiya.proof.rules;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One text file of the repository.
///
/// @param path from the root of the repository, with `/`
record SourceFile(String path, List<String> lines) {
  static SourceFile of(String path, String text) {
    return new SourceFile(path, text.lines().toList());
  }

  Stream<Line> numbered() {
    return IntStream.range(0, lines.size()).mapToObj(i -> new Line(this, i + 1, lines.get(i)));
  }

  /// The folder that relative links start from; empty for the root.
  String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  boolean isMarkdown() {
    return path.endsWith(".md");
  }

  boolean isShippedCode() {
    return path.contains("/src/main/") && (path.endsWith(".java") || path.endsWith(".ts"));
  }

  /// One line of it; numbers start at 1.
  record Line(SourceFile file, int number, String text) {
    Finding finding(String what) {
      return new Finding(file.path() + ":" + number, what);
    }
  }

  /// Something that should not be.
  record Finding(String where, String what) {}
}
