package io.mashrabiya.proof.model;

import edu.mit.csail.sdg.parser.CompModule;
import edu.mit.csail.sdg.parser.CompUtil;
import edu.mit.csail.sdg.translator.A4Solution;
import edu.mit.csail.sdg.translator.A4Tuple;
import edu.mit.csail.sdg.translator.A4TupleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What happens in an instance that Alloy found, one sentence after the other, until something is
/// wrong.
final class Story {
  private record Told(int when, String sentence, boolean isWrong) {}

  private final CompModule module;
  private final A4Solution solution;

  private Story(CompModule module, A4Solution solution) {
    this.module = module;
    this.solution = solution;
  }

  static List<String> of(CompModule module, List<Step> steps, A4Solution solution) {
    Story story = new Story(module, solution);
    List<Told> all =
        steps.stream().flatMap(story::tell).sorted(Comparator.comparingInt(Told::when)).toList();
    long end = all.stream().takeWhile(told -> !told.isWrong()).count() + 1;
    return all.stream().limit(end).map(Told::sentence).toList();
  }

  private Stream<Told> tell(Step step) {
    return step.isTimed()
        ? tell(step, 0)
        : IntStream.range(0, solution.getTraceLength()).boxed().flatMap(state -> tell(step, state));
  }

  private Stream<Told> tell(Step step, int state) {
    Object answer =
        solution.eval(CompUtil.parseOneExpression_fromString(module, step.question()), state);
    if (answer instanceof A4TupleSet tuples) {
      List<Told> told = new ArrayList<>();
      for (A4Tuple tuple : tuples) {
        List<String> values =
            IntStream.range(0, tuple.arity()).mapToObj(i -> name(tuple.atom(i))).toList();
        int time = step.time(values);
        String at = step.isTimed() && !step.isWrong() ? "at %d ".formatted(time) : "";
        int when = step.isTimed() ? time : state;
        told.add(new Told(when, at + step.told(values), step.isWrong()));
      }
      return told.stream();
    }
    return Boolean.TRUE.equals(answer)
        ? Stream.of(new Told(state, step.told(List.of()), step.isWrong()))
        : Stream.empty();
  }

  /// Alloy's `Phone$1` is told as `Phone1`.
  private static String name(String atom) {
    return atom.replace("$", "");
  }
}
