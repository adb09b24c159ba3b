package io.mashrabiya.proof.world;

import io.mashrabiya.proof.seed.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// One history: a world from its beginning, with all that happens in it, from one seed.
///
/// @param seed of all chance
/// @param lies that may be told; each history has its own
/// @param mostDeliveries after which it ends
public record History(long seed, Pace pace, Supplier<List<Lie>> lies, long mostDeliveries) {
  private static final int HOUSES = 2;

  /// The same, cut short.
  public History within(long deliveries) {
    return new History(seed, pace, lies, deliveries);
  }

  /// Runs on the calling thread.
  public Outcome run() throws IOException {
    return run(Set.of(), false);
  }

  /// Runs it without some of its deeds.
  ///
  /// @param tells whether what happens is written down
  public Outcome run(Set<Integer> without, boolean tells) throws IOException {
    return run(without, tells, Witness.NONE, Stage.SHIPPED);
  }

  /// Runs it before somebody who is told what devices hear and make of it.
  public Outcome run(Witness witness) throws IOException {
    return run(witness, Stage.SHIPPED);
  }

  /// The same with a relay of such parts.
  public Outcome run(Witness witness, Stage stage) throws IOException {
    return run(Set.of(), false, witness, stage);
  }

  private Outcome run(Set<Integer> without, boolean tells, Witness witness, Stage stage)
      throws IOException {
    Path folder = Files.createTempDirectory("history");
    try (Seeds.Scope _ = Seeds.on(seed)) {
      World world = new World(seed, folder, HOUSES, pace, tells, witness, stage);
      var life = new Life(world, seed, pace, lies.get(), without);
      life.begin();
      Outcome outcome = world.run(mostDeliveries, life::done);
      world.end();
      return outcome;
    } finally {
      DataFolder.delete(folder);
    }
  }
}
