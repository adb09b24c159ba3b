package io.mashrabiya.proof.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// Decisions are plain state machines: (message, now) -> outcome. What decides touches no socket,
/// file, thread, lock, log or clock, so that tests and proofs can drive the very classes that run.
final class Purity {
  /// The packages that decide.
  static final List<String> DECIDING =
      List.of(
          "home.authority",
          "home.epoch",
          "home.ladder",
          "relay.route",
          "relay.cache",
          "relay.admit",
          "relay.rollout",
          "device.accept",
          "network.shape",
          "network.measure");

  private static final DescribedPredicate<JavaClass> THE_WORLD_OUTSIDE =
      resideInAnyPackage(
              "java.io..",
              "java.net..",
              "java.nio.channels..",
              "java.nio.file..",
              "java.sql..",
              "java.util.concurrent..",
              "java.util.logging..",
              "javax.net..",
              "io.vertx..",
              "io.netty..")
          .or(nameMatching("java\\.lang\\.(Thread|Runtime|Process|ProcessBuilder)"))
          .or(nameMatching("java\\.lang\\.System\\$Logger.*"))
          .or(nameMatching("java\\.time\\.(Clock|InstantSource)"))
          .as("reach sockets, files, threads, locks, logs or clocks");

  private static final String CLOCK =
      "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*|java\\.time\\.\\w+\\.now\\(.*";

  private static final DescribedPredicate<JavaAccess<?>> READS_A_CLOCK =
      describe("it reads a clock", access -> access.getTarget().getFullName().matches(CLOCK));

  private Purity() {}

  /// The rule for all deciding packages under the given root package.
  static ArchRule under(String root) {
    String[] deciding =
        DECIDING.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAnyPackage(deciding)
        .should()
        .dependOnClassesThat(THE_WORLD_OUTSIDE)
        .orShould()
        .accessTargetWhere(READS_A_CLOCK)
        .as("what decides knows only the message and the time it is handed")
        .allowEmptyShould(true);
  }
}
