package io.mashrabiya.proof.model;

import edu.mit.csail.sdg.ast.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `./dev prove --model`: runs all models and prints what was found, each dropped check with the
/// story of what then happens.
final class Prove {
  private Prove() {}

  /// Ends with 1 when anything is not as the models expect.
  ///
  /// @param names of models; all of them when there is none
  public static void main(String[] names) {
    List<Model> models = Model.named(Set.of(names));
    if (models.isEmpty()) {
      System.err.println("There is no such model in docs/design/model.");
      System.exit(64);
    }
    List<Finding> findings = new ArrayList<>();
    for (Model model : models) {
      System.out.printf("%n%s: %s%n", model.name(), model.title());
      for (Command command : model.commands()) {
        Finding finding = model.run(command);
        print(finding);
        findings.add(finding);
      }
    }
    System.exit(sum(findings) ? 0 : 1);
  }

  private static void print(Finding finding) {
    System.out.printf(
        "%n  %-52s %-14s %6.1f s   %s%n",
        finding.title(), finding.verdict(), seconds(finding.took()), finding.scope());
    int number = 1;
    for (String sentence : finding.story()) {
      System.out.printf("    %2d  %s%n", number++, sentence);
    }
  }

  private static boolean sum(List<Finding> findings) {
    long held = findings.stream().filter(each -> each.isCheck() && !each.found()).count();
    long broken = findings.stream().filter(each -> each.isWithout() && each.found()).count();
    long wrong = findings.stream().filter(each -> !each.isAsExpected()).count();
    Duration took = findings.stream().map(Finding::took).reduce(Duration.ZERO, Duration::plus);
    System.out.printf(
        "%n%d checks hold, %d break without one of our rules, %d examples; %d not as expected; %.0f s%n",
        held, broken, findings.size() - held - broken, wrong, seconds(took));
    return wrong == 0;
  }

  private static double seconds(Duration took) {
    return took.toMillis() / 1_000.0;
  }
}
