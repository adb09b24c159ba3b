package io.mashrabiya.proof.fuzzed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every parser of the viewer's `wire` is asked by the judges, who compare it with Java's, or is a
/// part of one that is.
class ViewerParsersTest {
  private static final Path SOURCES = Path.of("..", "viewer", "src");
  private static final Pattern PARSER =
      Pattern.compile("export function ((?:parse|decode)\\w+)\\(", Pattern.MULTILINE);

  private static final Map<String, String> PARTS =
      Map.of(
          "decodeBase32", "of every id",
          "decodeBase64url", "of every member of bytes",
          "parseOpened", "of what is inside a sealed frame",
          "parseSframeHeader", "of every envelope");

  @Test
  void parsers_ofTheViewer_areAskedByTheJudges() throws IOException {
    String judges = Files.readString(SOURCES.resolve(Path.of("test", "ts", "differ", "judges.ts")));
    SortedSet<String> unasked = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES.resolve(Path.of("main", "ts", "wire")))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher parser = PARSER.matcher(Files.readString(file));
        while (parser.find()) {
          if (!judges.contains(parser.group(1) + "(")) {
            unasked.add(parser.group(1));
          }
        }
      }
    }
    assertThat(unasked).isEqualTo(new TreeSet<>(PARTS.keySet()));
  }
}
