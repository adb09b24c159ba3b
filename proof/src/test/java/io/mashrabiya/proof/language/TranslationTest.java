package io.mashrabiya.proof.language;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import io.mashrabiya.app.Mashrabiya;
import io.mashrabiya.app.language.Catalogue;
import io.mashrabiya.app.language.HelpInWords;
import io.mashrabiya.proof.language.SourceSentences.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Finds every sentence that a person may meet, in the sources themselves, and looks it up in the
/// catalogue.
class TranslationTest {
  private static final List<String> ROOMS =
      List.of("words", "vault", "device", "media", "home", "relay", "app");

  private static final Catalogue ARABIC = Catalogue.shipped("ar");

  private static List<SourceSentences> sources = List.of();

  @BeforeAll
  static void read() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask parser =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(shipped()));
      sources =
          StreamSupport.stream(parser.parse().spliterator(), false)
              .map(SourceSentences::of)
              .toList();
    }
  }

  private static List<Path> shipped() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String room : ROOMS) {
      try (Stream<Path> tree = Files.walk(Path.of("..", room, "src", "main", "java"))) {
        tree.filter(path -> path.toString().endsWith(".java")).forEach(all::add);
      }
    }
    return all;
  }

  private static Stream<Said> said() {
    return sources.stream().flatMap(file -> file.said().stream());
  }

  @Test
  void said_pattern_hasAPlaceForEachValue() {
    assertThat(said().filter(sentence -> !sentence.isWhole())).isEmpty();
  }

  @Test
  void said_sentence_hasATranslation() {
    assertThat(english().filter(sentence -> !ARABIC.known().contains(sentence))).isEmpty();
  }

  @Test
  void catalogue_sentence_isSaidSomewhere() {
    Set<String> english = english().collect(toCollection(TreeSet::new));
    assertThat(ARABIC.known().stream().filter(sentence -> !english.contains(sentence))).isEmpty();
  }

  @Test
  void catalogue_translation_hasTheSamePlaces() {
    assertThat(ARABIC.known())
        .allSatisfy(english ->
            assertThat(SourceSentences.places(ARABIC.of(english)))
                .isEqualTo(SourceSentences.places(english)));
  }

  @Test
  void source_sentence_isSaidAsOne() {
    assertThat(
            sources.stream()
                .flatMap(file -> file.unsaid().stream())
                .filter(text -> NotForPeople.ALL.stream().noneMatch(text::startsWith)))
        .isEmpty();
  }

  @Test
  void notForPeople_entry_isStillNeeded() {
    List<String> unsaid = sources.stream().flatMap(file -> file.unsaid().stream()).toList();
    assertThat(
            NotForPeople.ALL.stream()
                .filter(entry -> unsaid.stream().noneMatch(text -> text.startsWith(entry))))
        .isEmpty();
  }

  /// Of the sources and of the help.
  private static Stream<String> english() {
    return Stream.concat(
            said().map(Said::pattern), HelpInWords.sentences(Mashrabiya.commandLine()).stream())
        .distinct();
  }
}
