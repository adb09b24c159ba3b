package io.mashrabiya.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.rules.SourceFile.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The rules about files, held against this repository.
class RepositoryTest {
  private static final SourceTree TREE = SourceTree.here();
  private static final List<SourceFile> FILES = TREE.files();

  static final List<TextRule> TEXT_RULES = TextRule.ALL;

  @Test
  void files_ofThisRepository_areFound() {
    assertThat(FILES.stream().map(SourceFile::path))
        .contains("dev", "pom.xml", "scripts/jdk.sh", "viewer/src/main/ts/main.ts")
        .noneMatch(path -> path.contains("/target/") || path.contains("node_modules"));
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
  void length_ofShippedCode_isWithinTheLimit() {
    List<Finding> findings = FILES.stream().flatMap(file -> Length.judge(file).stream()).toList();
    assertThat(findings).isEmpty();
  }
}
