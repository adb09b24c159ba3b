package io.mashrabiya.proof.rules;

import io.mashrabiya.proof.rules.SourceFile.Finding;
import io.mashrabiya.proof.rules.SourceFile.Line;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tests that documents name as `Class#method`: each has to be there, and in a table with a
/// column of tests each row has to name one.
final class NamedTests {
  private static final Pattern NAMED = Pattern.compile("`([A-Za-z0-9]+Test)#([A-Za-z0-9_]+)`");
  private static final Pattern METHOD = Pattern.compile("^  void ([A-Za-z0-9_]+)\\(.*");
  private static final Pattern ROW_WITH_TESTS = Pattern.compile("^\\|.*\\| tests \\|$");

  private final Map<String, List<String>> methodsByClass;

  /// @param files those of the repository
  NamedTests(List<SourceFile> files) {
    this.methodsByClass =
        files.stream()
            .filter(file -> file.path().contains("/src/test/java/"))
            .collect(
                Collectors.toMap(NamedTests::simpleName, NamedTests::methodsOf, NamedTests::both));
  }

  /// Every test that the document names and that is not there, and every row that names none.
  Stream<Finding> missingIn(SourceFile document) {
    return document.isMarkdown()
        ? Stream.concat(document.numbered().flatMap(this::missing), rowsWithout(document))
        : Stream.empty();
  }

  private Stream<Finding> missing(Line line) {
    return NAMED
        .matcher(line.text())
        .results()
        .filter(named -> !isThere(named))
        .map(named -> line.finding("names the test " + named.group() + ", which does not exist"));
  }

  private boolean isThere(MatchResult named) {
    return methodsByClass.getOrDefault(named.group(1), List.of()).contains(named.group(2));
  }

  private static Stream<Finding> rowsWithout(SourceFile document) {
    return document
        .numbered()
        .filter(line -> ROW_WITH_TESTS.matcher(line.text()).matches())
        .flatMap(head ->
            document
                .numbered()
                .skip(head.number() + 1L) // and the line under the head
                .takeWhile(line -> line.text().startsWith("|"))
                .filter(line -> !NAMED.matcher(line.text()).find())
                .map(line -> line.finding("is a row without a test")));
  }

  private static String simpleName(SourceFile file) {
    return file.path().replaceFirst(".*/", "").replaceFirst("\\.java$", "");
  }

  private static List<String> methodsOf(SourceFile file) {
    return file.lines().stream()
        .map(METHOD::matcher)
        .flatMap(line -> line.results().map(method -> method.group(1)))
        .toList();
  }

  private static List<String> both(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
