package io.mashrabiya.proof.fuzzed;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every parser is in a fuzz target or among the exceptions, which say why.
class FuzzedTest {
  private static final String ROOT = "io.mashrabiya";
  private static final String FUZZ_TEST = "com.code_intelligence.jazzer.junit.FuzzTest";

  /// The rooms that face the network.
  private static final List<String> ROOMS =
      List.of("wire", "words", "vault", "device", "media", "home", "relay");

  private static final JavaClasses CLASSES = imported();
  private static final JavaClasses SHIPPED = CLASSES.that(new Of("classes"));
  private static final SortedMap<String, JavaMethod> PARSERS = Parsers.in(SHIPPED, ROOT);
  private static final List<JavaMethod> TARGETS =
      CLASSES.stream()
          .flatMap(type -> type.getMethods().stream())
          .filter(method -> method.isAnnotatedWith(FUZZ_TEST))
          .toList();
  private static final Set<JavaCodeUnit> FED = Reach.from(TARGETS, FuzzedTest::isFollowed);

  private static JavaClasses imported() {
    Path root = Path.of("..").toAbsolutePath().normalize();
    List<Path> folders =
        ROOMS.stream()
            .flatMap(room ->
                Stream.of("classes", "test-classes")
                    .map(kind -> root.resolve(room).resolve("target").resolve(kind)))
            .toList();
    return new ClassFileImporter().importPaths(folders);
  }

  /// Shipped code, and of tests those that fuzz. What other tests do, a fixture that a target sets
  /// up above all, reads what it wrote itself.
  private static boolean isFollowed(JavaClass type) {
    return SHIPPED.contain(type.getName()) || type.getName().matches(".*(Fuzz|Besieged).*");
  }

  @Test
  void rooms_thatFaceTheNetwork_areThereWithTheirTargets() {
    assertThat(PARSERS).hasSizeGreaterThan(150);
    assertThat(TARGETS).hasSizeGreaterThan(60);
  }

  @Test
  void parsers_thatAreInNoTarget_areExceptionsWithAReason() {
    SortedSet<String> unfed = new TreeSet<>(PARSERS.keySet());
    unfed.removeIf(title -> FED.contains(PARSERS.get(title)));
    assertThat(unfed).isEqualTo(Unfed.REASONS.keySet());
  }

  /// A parser of what a stranger sends, and one that only reads a setting: the rule can tell.
  @Test
  void reach_ofTheTargets_isNotEverything() {
    assertThat(PARSERS.keySet()).contains("wire.letter.Answer.parse");
    assertThat(FED).contains(PARSERS.get("wire.letter.Answer.parse"));
    Set<JavaCodeUnit> ofOne =
        Reach.from(
            TARGETS.stream().filter(target -> target.getName().equals("json")).toList(),
            FuzzedTest::isFollowed);
    assertThat(ofOne).contains(PARSERS.get("wire.codec.Json.parse"));
    assertThat(ofOne).doesNotContain(PARSERS.get("wire.letter.Answer.parse"));
  }
}
