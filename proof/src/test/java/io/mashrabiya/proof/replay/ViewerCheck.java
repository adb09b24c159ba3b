package io.mashrabiya.proof.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A check that a promise hangs on, in the viewer: a function whose doc says `@check`. It answers
/// `true` when all is well, or does one thing that has to be done, or is of a file of its own.
///
/// @param file under `viewer/src/main/ts`
/// @param function of a name that its file has once
/// @param answer the type that it answers
record ViewerCheck(String file, String function, String answer) {
  private static final Pattern MARK = Pattern.compile("@check\n? *\\*/\n");
  private static final Pattern NAME = Pattern.compile("(\\w+)\\(");
  private static final Pattern BEGINNING = Pattern.compile("\\): (.+) \\{\n");

  /// Those of a file.
  static Stream<ViewerCheck> in(String file, String source) {
    return MARK.matcher(source)
        .results()
        .map(mark ->
            new ViewerCheck(
                file,
                found(NAME, source, mark.end()).group(1),
                found(BEGINNING, source, mark.end()).group(1)));
  }

  private static Matcher found(Pattern what, String source, int from) {
    Matcher found = what.matcher(source);
    if (!found.find(from)) {
      throw new IllegalStateException(
          "no function behind a check's mark: " + source.substring(from));
    }
    return found;
  }

  /// For tables: the file and the function.
  String name() {
    return file + " " + function;
  }

  /// Whether what is to stand in its place can be told from what it answers.
  boolean isPlain() {
    return !without().isEmpty();
  }

  /// The function's body where it finds all well, or does nothing.
  private String without() {
    return switch (answer) {
      case "boolean" -> "return true;";
      case "Promise<boolean>" -> "return Promise.resolve(true);";
      case "void" -> "// not done";
      default -> "";
    };
  }

  /// The file without this check.
  String takenOutOf(String source) {
    Matcher mark = MARK.matcher(source);
    while (mark.find()) {
      Matcher name = found(NAME, source, mark.end());
      if (name.group(1).equals(function)) {
        int body = found(BEGINNING, source, mark.end()).end();
        int declared = source.lastIndexOf('\n', name.start()) + 1;
        String indent = source.substring(declared).replaceFirst("(?s)\\S.*", "");
        int end = source.indexOf("\n" + indent + "}\n", body - 1);
        return source.substring(0, body) + without() + source.substring(end);
      }
    }
    throw new IllegalStateException(file + " has no check " + function);
  }
}
