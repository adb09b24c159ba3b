package io.mashrabiya.proof.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// What code may do where: keys in the vault, printing in the command, chance where nothing depends
/// on it, no secret in a text that a log might show. Each rule judges what lies under the given
/// root package.
final class Conduct {
  private static final Set<String> LAYERS =
      Set.of("util", "utils", "entities", "controllers", "services", "managers", "impl", "helpers");

  private static final DescribedPredicate<JavaClass> CIPHERS_AND_PRIVATE_KEYS =
      resideInAnyPackage("javax.crypto..")
          .or(nameMatching("org\\.bouncycastle\\..*(PrivateKey|KeyPair|SecretKey).*"))
          .or(nameMatching("java\\.security\\.(PrivateKey|KeyPair|KeyPairGenerator|KeyStore)"))
          .as("are ciphers or private keys");

  /// Made, not used: a `SecureRandom` is a `Random` too, and its methods are named after that.
  private static final String MAKES_GUESSABLE_CHANCE =
      "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(.*"
          + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*"
          + "|java\\.util\\.random\\.RandomGenerator\\.(of|getDefault)\\(.*"
          + "|java\\.lang\\.Math\\.random\\(.*";

  private static final DescribedPredicate<JavaAccess<?>> GUESSABLE_CHANCE =
      describe(
          "it makes guessable chance",
          access -> access.getTarget().getFullName().matches(MAKES_GUESSABLE_CHANCE));

  private Conduct() {}

  /// Secret bytes are used in one room, where one can look for mistakes. The relay above all has
  /// nothing to open with.
  static ArchRule onlyTheVaultHandlesKeys(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(
            root + ".wire..",
            root + ".device..",
            root + ".home..",
            root + ".relay..",
            root + ".displays..",
            root + ".app..")
        .should()
        .dependOnClassesThat(CIPHERS_AND_PRIVATE_KEYS)
        .as("only the vault uses ciphers and private keys")
        .allowEmptyShould(true);
  }

  /// Numbers that someone could guess may move a drawn cat, a history or a packet on a bad line,
  /// and nothing else.
  static ArchRule chanceIsNotGuessable(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            root + ".media.scene..",
            root + ".network.shape..",
            root + ".testkit..",
            root + ".bench..",
            root + ".proof..")
        .should()
        .accessTargetWhere(GUESSABLE_CHANCE)
        .as("guessable chance is for drawn scenes and bad lines only")
        .allowEmptyShould(true);
  }

  /// What cameras send is decoded by worker processes alone: the home does not even name the room
  /// in which FFmpeg is.
  static ArchRule homesDecodeNothing(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".home..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".media.ffmpeg..", "org.bytedeco..")
        .as("a home decodes no picture in its own process")
        .allowEmptyShould(true);
  }

  /// Rooms log, by id; only the command speaks to a person.
  static ArchRule onlyTheCommandPrints(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            root + ".app..", root + ".testkit..", root + ".bench..", root + ".proof..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .as("only the command prints")
        .allowEmptyShould(true);
  }

  /// Packages are named for what they are about.
  static ArchRule packagesAreNotLayers(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should(be(describe("named for a layer", Conduct::liesInALayer)))
        .as("packages are named for a feature or a protocol, not for a layer")
        .allowEmptyShould(true);
  }

  /// A record writes all its components into `toString`; one that holds a secret in plain text must
  /// not.
  static ArchRule secretsAreNotWritten(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should(be(describe("records that write a secret", SecretRecords::writesASecret)))
        .as("a record that holds a secret in plain text declares its own toString")
        .allowEmptyShould(true);
  }

  private static boolean liesInALayer(JavaClass type) {
    return Set.of(type.getPackageName().split("\\.")).stream().anyMatch(LAYERS::contains);
  }
}
