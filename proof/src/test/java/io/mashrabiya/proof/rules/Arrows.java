package io.mashrabiya.proof.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Which room may import which. Maven's modules hold most of it by themselves, but a dependency
/// that somebody adds to a pom would pass there unnoticed.
final class Arrows {
  /// What each room may import beside itself. That `relay` names no more than `wire` and the
  /// sentences for people is the design in one line.
  static final Map<String, Set<String>> MAY_IMPORT =
      Map.of(
          "words", Set.of(),
          "network", Set.of(),
          "wire", Set.of(),
          "media", Set.of("words"),
          "vault", Set.of("wire", "words"),
          "device", Set.of("wire", "vault"),
          "home", Set.of("wire", "vault", "media", "words", "network"),
          "relay", Set.of("wire", "words", "network"),
          "displays", Set.of("wire", "relay"),
          "app",
              Set.of(
                  "wire",
                  "vault",
                  "device",
                  "media",
                  "home",
                  "relay",
                  "displays",
                  "words",
                  "network"));

  private Arrows() {}

  /// The rule for one room, under the given root package.
  static ArchRule of(String root, String room) {
    Set<String> imports = MAY_IMPORT.get(room);
    String[] allowed =
        Stream.concat(Stream.of(room), imports.stream())
            .map(name -> root + "." + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + room + "..")
        .should()
        .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAnyPackage(allowed))))
        .as(room + " imports only " + imports)
        .allowEmptyShould(true);
  }
}
