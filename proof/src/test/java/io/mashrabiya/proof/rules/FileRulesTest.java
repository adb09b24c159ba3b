package io.mashrabiya.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.rules.SourceFile.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules about files find what they are there to find, and let their near misses pass.
class FileRulesTest {
  @TempDir Path folder;
  private Citations citations;

  @BeforeEach
  void plant() throws IOException {
    Files.createDirectories(folder.resolve("docs/guide"));
    Files.createDirectories(folder.resolve("wire/src"));
    Files.writeString(folder.resolve("README.md"), "# House\n\n## How it works, in short\n");
    Files.writeString(folder.resolve("docs/guide/start.md"), "# Start\n");
    citations = new Citations(new SourceTree(folder));
  }

  @ParameterizedTest
  @CsvSource({
    "wire/src/main/java/A.java, // TO" + "DO later",
    "docs/a.md, see FIX" + "ME",
    "dev, cat /roo" + "t/notes",
    "viewer/package-lock.json, '\"resolve" + "d\": \"x\"'",
    "viewer/package-lock.json, https://registry.npmj" + "s.org/lit",
    "wire/src/test/java/ATest.java, Thread.slee" + "p(10);",
    "viewer/src/main/ts/accept/a.ts, const now = Date.now();",
    "viewer/src/main/ts/accept/a.ts, const now = performance.now();",
    "viewer/src/main/ts/accept/a.ts, const id = crypto.randomUUID();",
    "viewer/src/main/ts/accept/a.ts, void fetch(address);",
    "viewer/src/main/ts/accept/a.ts, import { now } from \"../house/clock\";",
    "viewer/src/main/ts/accept/a.ts, } from \"./../crypt/frame\";",
    "viewer/src/main/ts/accept/a.ts, import \"lit\";",
    "viewer/src/main/ts/accept/a.ts, const house = import('../house/house');",
    "wire/pom.xml, <version>1.2</version>",
  })
  void text_plantedLine_isFoundOnce(String path, String text) {
    assertThat(TextRule.ALL.stream().flatMap(rule -> rule.judge(SourceFile.of(path, text))))
        .singleElement()
        .extracting(Finding::where)
        .isEqualTo(path + ":1");
  }

  @ParameterizedTest
  @CsvSource({
    "wire/src/main/java/A.java, // mastodons",
    "relay/src/main/java/A.java, GET https://localhost/home/root/x",
    "home/src/main/java/A.java, Thread.slee" + "p(untilNextTry);",
    "wire/src/test/java/ATe" + "st.java, Thread.slee" + "p(10); // the clock itself is tested",
    "viewer/src/main/ts/house/a.ts, const now = Date.now();",
    "viewer/src/main/ts/accept/a.ts, import type { Kid } from \"../wire/kid\";",
    "viewer/src/main/ts/accept/a.ts, import { Freshness } from \"./freshness\";",
    "viewer/src/main/ts/accept/a.ts, const sinceDateline = updateOf(performances);",
    "wire/pom.xml, <version>${lit.version}</version>",
    "wire/pom.xml, <version>0.1.0-SNAPSHOT</version>",
    "pom.xml, <version>3.16.0</version>",
  })
  void text_nearMiss_passes(String path, String text) {
    assertThat(TextRule.ALL.stream().flatMap(rule -> rule.judge(SourceFile.of(path, text))))
        .isEmpty();
  }

  @Test
  void namedTests_planted_areFoundWhereTheyAreNotThere() {
    SourceFile test =
        SourceFile.of(
            "wire/src/test/java/ATest.java",
            "class ATest {\n  @Test\n  void a_b_c() throws Exception {}\n\n  void help() {}\n}\n");
    NamedTests named = new NamedTests(List.of(test));
    String table =
        """
        `ATest#a_b_c` and `ATest` alone are fine; `BTest#a_b_c` is not.

        | a camera | tests |
        | --- | --- |
        | good | `ATest#a_b_c` |
        | gone | `ATest#a_b_c`, `ATest#a_b_d` |
        | bare | none |

        | other | table |
        | --- | --- |
        | bare | fine |
        """;
    assertThat(named.missingIn(SourceFile.of("docs/a.md", table)))
        .extracting(Finding::where)
        .containsExactly("docs/a.md:1", "docs/a.md:6", "docs/a.md:7");
  }

  @ParameterizedTest
  @CsvSource({
    "docs/guide/a.md, see [this](missing.md)",
    "docs/guide/a.md, see [this](../../README.md#no-such-heading)",
    "docs/guide/a.md, see [this](#nowhere)",
    "docs/guide/a.md, the file wire/src/Gone.java",
    "docs/guide/a.md, the folder `wire/gone`",
    "wire/src/A.java, /// Written down in docs/ref/gone.md.",
    "wire/src/A.java, int a;" + " // as in SECURI" + "TY.md",
    "dev, # see scripts/gone.sh and `docs/gone`",
  })
  void citations_leadingNowhere_areFound(String path, String text) {
    assertThat(citations.brokenIn(SourceFile.of(path, text)))
        .singleElement()
        .extracting(Finding::where)
        .isEqualTo(path + ":1");
  }

  @ParameterizedTest
  @CsvSource({
    "docs/guide/a.md, see [this](start.md) and [that](../../README.md#how-it-works-in-short)",
    "docs/guide/a.md, see [the standard](https://example.org/gone.md)",
    "docs/guide/a.md, write `[text](url)` for a link",
    "docs/guide/a.md, the folder `wire/src` and docs/guide/start.md",
    "README.md, '# Here\n\nsee [here](#here) and [there](docs/guide/start.md)'",
    "wire/src/A.java, String path = \"docs/ref/gone.md\";",
    "wire/src/A.java, /// An answer of type video/gone.json in docs/guide or elsewhere.",
  })
  void citations_leadingSomewhere_pass(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
    assertThat(citations.brokenIn(SourceFile.of(path, text))).isEmpty();
  }

  @Test
  void length_overTheLimit_isFoundUnlessItSaysWhy() {
    String code = "int a;\n".repeat(Length.LIMIT_LINES);
    String reason = "/// This is long because the standard is.\n";
    Stream<SourceFile> files =
        Stream.of(
            SourceFile.of("wire/src/main/java/Long.java", code + "}"),
            SourceFile.of("wire/src/main/java/Reasoned.java", reason + code),
            SourceFile.of("wire/src/main/java/Short.java", code),
            SourceFile.of("wire/src/test/java/LongTest.java", code + "}"));
    assertThat(files.flatMap(file -> Length.judge(file).stream()).map(Finding::where))
        .containsExactly("wire/src/main/java/Long.java");
  }

  @Test
  void tree_builtAndFetchedFiles_areLeftOut() throws IOException {
    for (String built :
        new String[] {"wire/target", "viewer/node_modules", "wire/src/ATestInputs"}) {
      Files.createDirectories(folder.resolve(built));
      Files.writeString(folder.resolve(built).resolve("a.md"), "");
    }
    assertThat(new SourceTree(folder).files().stream().map(SourceFile::path))
        .containsExactlyInAnyOrder("README.md", "docs/guide/start.md");
  }
}
