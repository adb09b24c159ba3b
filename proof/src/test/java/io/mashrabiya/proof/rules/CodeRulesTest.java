package io.mashrabiya.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule about code, held against the code that ships, and against a planted house in which
/// each is broken.
class CodeRulesTest {
  private static final String ROOT = "io.mashrabiya";
  private static final String PLANTED_ROOT = "io.mashrabiya.proof.rules.planted";

  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_ROOT);

  static final Iterable<String> ROOMS = Arrows.MAY_IMPORT.keySet();

  /// Each rule of conduct, the class that breaks it and the class beside that one that keeps it.
  static Stream<Arguments> conduct() {
    return Stream.of(
        rule("purity: files", Purity::under, "relay.cache.ReadsAFile"),
        rule("purity: clock", Purity::under, "relay.route.AsksTheClock"),
        rule("purity: clock handed in", Purity::under, "home.epoch.HoldsAClock"),
        rule("purity: threads", Purity::under, "device.accept.StartsAThread"),
        rule("purity: logs", Purity::under, "home.authority.WritesALog"),
        rule("keys", Conduct::onlyTheVaultHandlesKeys, "relay.route.HasACipher"),
        rule("keys of the provider", Conduct::onlyTheVaultHandlesKeys, "wire.HasAPrivateKey"),
        rule("chance", Conduct::chanceIsNotGuessable, "home.GuessesANonce"),
        rule("decoding", Conduct::homesDecodeNothing, "home.DecodesByItself"),
        rule("printing", Conduct::onlyTheCommandPrints, "home.Prints"),
        rule("layers", Conduct::packagesAreNotLayers, "home.util.Everything"),
        rule("secrets", Conduct::secretsAreNotWritten, "media.ShowsItsPassword"),
        rule("secrets that may be", Conduct::secretsAreNotWritten, "media.ShowsItsToken"));
  }

  private static Arguments rule(String name, Function<String, ArchRule> rule, String breaker) {
    return Arguments.argumentSet(name, rule, PLANTED_ROOT + "." + breaker);
  }

  @ParameterizedTest
  @MethodSource("conduct")
  void conduct_shippedCode_keepsTheRule(Function<String, ArchRule> rule, String breaker) {
    rule.apply(ROOT).check(SHIPPED);
  }

  @ParameterizedTest
  @MethodSource("conduct")
  void conduct_plantedCode_breaksTheRule(Function<String, ArchRule> rule, String breaker) {
    assertThatThrownBy(() -> rule.apply(PLANTED_ROOT).check(PLANTED))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(breaker);
  }

  @Test
  void conduct_plantedCodeThatIsInnocent_keepsEveryRule() {
    JavaClasses innocent = PLANTED.that(new Innocent());
    assertThat(innocent).hasSizeGreaterThanOrEqualTo(3);
    conduct()
        .map(Arguments::get)
        .forEach(arguments -> {
          @SuppressWarnings("unchecked") // put there by conduct()
          Function<String, ArchRule> rule = (Function<String, ArchRule>) arguments[0];
          rule.apply(PLANTED_ROOT).check(innocent);
        });
  }

  @ParameterizedTest
  @FieldSource("ROOMS")
  void arrows_shippedRoom_importsOnlyWhatItMay(String room) {
    Arrows.of(ROOT, room).check(SHIPPED);
  }

  @Test
  void arrows_relayThatNamesTheVault_isFound() {
    assertThatThrownBy(() -> Arrows.of(PLANTED_ROOT, "relay").check(PLANTED))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(PLANTED_ROOT + ".relay.route.NamesTheVault");
  }

  @Test
  void arrows_plantedVaultThatNamesTheWire_isFine() {
    Arrows.of(PLANTED_ROOT, "vault").check(PLANTED);
  }

  @Test
  void shipped_importsEveryRoomThatHasCode_soThatNoRuleIsVacuous() {
    assertThat(SHIPPED.stream().map(type -> type.getPackageName().split("\\.")[2]))
        .contains("wire", "media", "app");
  }
}
