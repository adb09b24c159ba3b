package io.mashrabiya.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.rules.SourceFile.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The rules about files, held against this repository.
class RepositoryTest {
  private static final SourceTree TREE = SourceTree.here();
  private static final List<SourceFile> FILES = TREE.files();

  /// What lies beside the modules and the folders of everybody's concern; a stray note is noticed.
  private static final Set<String> ROOT =
      Set.of(
          ".gitignore",
          "ARCHITECTURE.md",
          "CHANGELOG.md",
          "LICENSE",
          "README.md",
          "SECURITY.md",
          "dev",
          "mashrabiya",
          "pom.xml");

  static final List<TextRule> TEXT_RULES = TextRule.ALL;

  @Test
  void files_ofThisRepository_areFound() {
    assertThat(FILES.stream().map(SourceFile::path))
        .contains("dev", "pom.xml", "scripts/jdk.sh", "viewer/src/main/ts/main.ts")
        .noneMatch(path -> path.contains("/target/") || path.contains("node_modules"));
  }

  @Test
  void root_ofThisRepository_holdsNothingElse() {
    assertThat(FILES.stream().map(SourceFile::path).filter(path -> !path.contains("/")))
        .isSubsetOf(ROOT)
        .contains("README.md");
  }

  @ParameterizedTest
  @FieldSource("TEXT_RULES")
  void text_ofThisRepository_keepsTheRule(TextRule rule) {
    assertThat(FILES.stream().flatMap(rule::judge)).isEmpty();
  }

  @Test
  void citations_ofThisRepository_leadSomewhere() {
    Citations citations = new Citations(TREE);
    assertThat(FILES.stream().flatMap(citations::brokenIn)).isEmpty();
  }

  @Test
  void tests_namedInDocuments_areThere() {
    NamedTests named = new NamedTests(FILES);
    assertThat(FILES.stream().flatMap(named::missingIn)).isEmpty();
  }

  @Test
  void length_ofShippedCode_isWithinTheLimit() {
    List<Finding> findings = FILES.stream().flatMap(file -> Length.judge(file).stream()).toList();
    assertThat(findings).isEmpty();
  }
}
