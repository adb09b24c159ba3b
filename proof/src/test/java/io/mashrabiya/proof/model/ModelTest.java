package io.mashrabiya.proof.model;

import static org.assertj.core.api.Assertions.assertThat;

import edu.mit.csail.sdg.ast.Command;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The models of docs/design/model, in the scopes that they name: every promise holds while our
/// checks are kept, each check that is dropped gives a counterexample, and what can happen happens.
/// The wider scopes are for `./dev prove --model`.
@Tag("slow")
class ModelTest {
  static final List<Model> MODELS = Model.named(Set.of());

  static Stream<Arguments> commands() {
    return MODELS.stream()
        .flatMap(model ->
            model.commands().stream()
                .filter(command -> !Model.isWide(command.label))
                .map(
                    command -> Arguments.argumentSet(model + " " + command.label, model, command)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_ofAModel_findsWhatItExpects(Model model, Command command) {
    Finding finding = model.run(command);
    assertThat(finding.found())
        .as(() -> finding.name() + ":\n" + String.join("\n", finding.story()))
        .isEqualTo(finding.expected());
    assertThat(finding.story().isEmpty()).isEqualTo(!finding.found());
    assertThat(finding.endsWrong() || !finding.isWithout()).as("what is wrong is told").isTrue();
  }

  @ParameterizedTest
  @FieldSource("MODELS")
  void command_ofAModel_saysWhatItExpects(Model model) {
    assertThat(model.commands()).allMatch(command -> command.expects >= 0);
  }

  @ParameterizedTest
  @FieldSource("MODELS")
  void rules_ofAModel_areEachDroppedInTurn(Model model) {
    assertThat(model.rules()).isNotEmpty();
    assertThat(model.rules())
        .allSatisfy(rule ->
            assertThat(model.commands())
                .anyMatch(command -> command.check && command.label.endsWith("_" + rule)));
  }

  @ParameterizedTest
  @FieldSource("MODELS")
  void model_withItsChecks_isNotVacuous(Model model) {
    assertThat(model.commands()).anyMatch(command -> !command.check && command.expects == 1);
  }
}
