package io.mashrabiya.proof.survivor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What `./dev mutate` makes of PIT's findings, and that what is explained is there.
class SurvivorsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path EXPLAINED = ROOT.resolve("docs/design/mutants.md");
  private static final Pattern EXPLANATION =
      Pattern.compile("(?m)^- `(\\w+)\\.([\\w.]*\\.)?(\\w+)[\\w$]*#([\\w<>*]+)`");
  private static final String BOUNDARY = "changed conditional boundary";

  @TempDir Path folder;

  private record Told(int exit, String text) {}

  private Told tell(String page, String... mutants) throws Exception {
    Path explained = Files.writeString(folder.resolve("page.md"), page);
    String lines = "<mutations>\n" + String.join("\n", mutants) + "\n</mutations>\n";
    Path found = Files.writeString(folder.resolve("found.xml"), lines);
    Process awk =
        new ProcessBuilder(
                List.of(
                    "awk",
                    "-v",
                    "room=relay.cache",
                    "-v",
                    "seconds=7",
                    "-f",
                    ROOT.resolve("scripts/survivors.awk").toString(),
                    explained.toString(),
                    found.toString()))
            .redirectErrorStream(true)
            .start();
    String text = new String(awk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Told(awk.waitFor(), text);
  }

  /// As PIT writes one, without what is not read.
  private static String mutant(String status, String method, String what) {
    boolean detected = !status.equals("SURVIVED") && !status.equals("NO_COVERAGE");
    return ("<mutation detected='%s' status='%s'><sourceFile>Group.java</sourceFile>"
            + "<mutatedClass>io.mashrabiya.relay.cache.Group</mutatedClass>"
            + "<mutatedMethod>%s</mutatedMethod><lineNumber>12</lineNumber>"
            + "<description>%s</description></mutation>")
        .formatted(detected, status, method, what);
  }

  private static List<String> row(Told told) {
    return List.of(told.text.lines().findFirst().orElseThrow().split(" +"));
  }

  @Test
  void killed_allOfThem_isARowAndNoMore() throws Exception {
    Told told = tell("", mutant("KILLED", "add", BOUNDARY), mutant("TIMED_OUT", "add", BOUNDARY));
    assertThat(row(told)).containsExactly("relay.cache", "2", "2", "1", "0", "0", "7");
    assertThat(told.text.lines()).hasSize(1);
    assertThat(told.exit).isZero();
  }

  @Test
  void survivor_withoutAnExplanation_isToldWithItsPlace() throws Exception {
    Told told =
        tell(
            "",
            mutant(
                "NO_COVERAGE",
                "lambda$add$0",
                "replaced int return with 0 for io/mashrabiya/relay/cache/Group::lambda$add$0"),
            mutant("SURVIVED", "&lt;init&gt;", BOUNDARY));
    assertThat(row(told)).containsExactly("relay.cache", "2", "0", "0", "0", "2", "7");
    assertThat(told.text)
        .contains(
            "Group.java:12 relay.cache.Group#add replaced int return with 0 (no test comes here)")
        .contains("Group.java:12 relay.cache.Group#<init> " + BOUNDARY);
    assertThat(told.exit).isEqualTo(1);
  }

  @Test
  void survivor_explained_isCountedAsOftenAsThePageSays() throws Exception {
    String[] three = {
      mutant("SURVIVED", "add", BOUNDARY),
      mutant("SURVIVED", "add", BOUNDARY),
      mutant("TIMED_OUT", "add", BOUNDARY)
    };
    String line = "- `relay.cache.Group#add` " + BOUNDARY;
    assertThat(tell(line + " (3)", three).exit).isZero();
    assertThat(tell("- `relay.cache.Group#add`", three).exit).isZero();
    assertThat(tell("- `relay.cache.Group#*`", three).exit).isZero();
    assertThat(tell(line, three).exit).isEqualTo(1);
    assertThat(tell("- `relay.cache.Group#put`", three).exit).isEqualTo(1);
    assertThat(tell("- `home.epoch.Group#add` " + BOUNDARY + " (3)", three).exit).isEqualTo(1);
  }

  @Test
  void explained_foundOutByNow_isTold() throws Exception {
    Told told = tell("- `relay.cache.Group#add` " + BOUNDARY, mutant("KILLED", "add", BOUNDARY));
    assertThat(told.text).contains("found out by now: relay.cache.Group#add " + BOUNDARY);
    assertThat(told.exit).isEqualTo(1);
  }

  @Test
  void nothing_toChange_isNoGoodEnd() throws Exception {
    assertThat(tell("").exit).isEqualTo(1);
  }

  static Stream<Arguments> explanations() throws IOException {
    return EXPLANATION
        .matcher(Files.readString(EXPLAINED))
        .results()
        .map(found -> Arguments.argumentSet(found.group(), found));
  }

  @ParameterizedTest
  @MethodSource("explanations")
  void explanation_namesAMethodThatIsThere(MatchResult found) throws IOException {
    String packages = found.group(2) == null ? "" : found.group(2).replace('.', '/');
    Path source =
        ROOT.resolve(found.group(1))
            .resolve("src/main/java/io/mashrabiya")
            .resolve(found.group(1))
            .resolve(packages + found.group(3) + ".java");
    assertThat(source).exists();
    if (!found.group(4).equals("*")) {
      assertThat(Files.readString(source)).contains(" " + found.group(4) + "(");
    }
  }
}
