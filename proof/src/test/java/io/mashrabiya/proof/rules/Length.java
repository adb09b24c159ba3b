package io.mashrabiya.proof.rules;

import io.mashrabiya.proof.rules.SourceFile.Finding;
import java.util.Optional;

/// How long a file of shipped code may be: one idea, some 100 lines. Above the limit its first
/// lines say why.
final class Length {
  static final int LIMIT_LINES = 500;

  /// What a comment within the first lines of a longer file must say.
  static final String REASON = "long because";

  private static final int FIRST_LINES = 60;

  private Length() {}

  static Optional<Finding> judge(SourceFile file) {
    int lines = file.lines().size();
    boolean reasoned =
        file.lines().stream().limit(FIRST_LINES).anyMatch(line -> line.contains(REASON));
    if (!file.isShippedCode() || lines <= LIMIT_LINES || reasoned) {
      return Optional.empty();
    }
    String what = lines + " lines, and nothing says \"" + REASON + "\": split it";
    return Optional.of(new Finding(file.path(), what));
  }
}
