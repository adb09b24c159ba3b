package io.mashrabiya.proof.differ;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Gives both implementations the same inputs and compares what they say.
record Contest(ViewerJudges viewer) {
  private static final int BATCH = 1_000;

  /// What came of it.
  ///
  /// @param inputs how many both judged
  /// @param understood how many of them Java took
  /// @param differences the first few on which they do not agree
  record Outcome(long inputs, long understood, List<Difference> differences) {
    private static final int MOST_DIFFERENCES = 20;

    static final Outcome NONE = new Outcome(0, 0, List.of());

    Outcome {
      differences = List.copyOf(differences);
    }

    Outcome and(Outcome more) {
      List<Difference> all = new ArrayList<>(differences);
      all.addAll(more.differences);
      return new Outcome(
          inputs + more.inputs,
          understood + more.understood,
          all.subList(0, Math.min(MOST_DIFFERENCES, all.size())));
    }
  }

  /// So many inputs of the format, the same for the same seed.
  Outcome of(Format format, long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    Outcome outcome = compared(format, format.seeds());
    for (int left = count; left > 0; left -= BATCH) {
      List<byte[]> inputs = new ArrayList<>();
      for (int i = 0; i < Math.min(BATCH, left); i++) {
        inputs.add(format.input(random));
      }
      outcome = outcome.and(compared(format, inputs));
    }
    return outcome;
  }

  private Outcome compared(Format format, List<byte[]> inputs) {
    List<String> theirs = viewer.verdicts(format.name(), inputs);
    List<Difference> differences = new ArrayList<>();
    int understood = 0;
    for (int i = 0; i < inputs.size(); i++) {
      String ours = format.java().verdict(inputs.get(i));
      understood += ours.equals(Judge.REFUSED) ? 0 : 1;
      if (!ours.equals(theirs.get(i)) || ours.startsWith("threw ")) {
        differences.add(new Difference(format.name(), inputs.get(i), ours, theirs.get(i)));
      }
    }
    return new Outcome(inputs.size(), understood, differences);
  }
}
