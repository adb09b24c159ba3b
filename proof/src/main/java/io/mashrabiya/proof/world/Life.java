package io.mashrabiya.proof.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What happens in a world, at random: what people do, what befalls machines and lines, and when
/// the middle lies.
///
/// Each deed has a number, in order, so that a history can be told again without some of them.
final class Life {
  private static final Duration LONG_LIE = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final World world;
  private final long seed;
  private final List<Lie> lies;
  private final Set<Integer> without;
  private final List<Consumer<House>> deeds = new ArrayList<>();
  private final Pace pace;
  private final Chance course;
  private final People people;
  private final Machines machines;
  private Chance chance;
  private Duration lieEnds = Duration.ZERO;
  private int done;

  /// @param lies of which one or two at a time are told
  /// @param without the numbers of deeds that are not done
  Life(World world, long seed, Pace pace, List<Lie> lies, Set<Integer> without) {
    this.world = world;
    this.seed = seed * 1_000_003;
    this.lies = lies;
    this.without = without;
    this.pace = pace;
    course = new Chance(seed);
    chance = course;
    people = new People(world, () -> chance);
    machines = new Machines(world, () -> chance);
    add(24, people::pairs);
    add(12, people::removes);
    add(12, people::closes);
    add(12, people::opens);
    add(24, people::limits);
    add(4, people::throwsAway);
    add(2, people::putsAway);
    add(2, machines::restarts);
    add(6, machines::backsUp);
    add(3, machines::putsBack);
    add(2, house -> machines.losesLinks());
    add(1, house -> machines.restartsRelay());
    add(2, machines::sleeps);
    add(2, machines::setsClock);
    add(2, machines::moves);
    add(40, house -> liesDiffer());
  }

  private void add(int weight, Consumer<House> deed) {
    for (int i = 0; i < weight; i++) {
      deeds.add(deed);
    }
  }

  /// How many deeds there were, with those that were left out.
  int done() {
    return done;
  }

  /// Every house begins with one device.
  void begin() {
    world.houses().forEach(house -> numbered(() -> people.pairs(house)));
    world.time().every(LOOK, () -> world.houses().forEach(machines::looksAfter));
    next();
  }

  private void next() {
    world
        .time()
        .after(
            course.between(pace.leastDeed(), pace.mostDeed()),
            () -> {
              House house = course.of(world.houses());
              Consumer<House> deed = course.of(deeds);
              numbered(() -> deed.accept(house));
              next();
            });
  }

  /// Each deed has a chance of its own, so that the others are the same without it.
  private void numbered(Runnable deed) {
    chance = new Chance(seed + done);
    if (!without.contains(done)) {
      deed.run();
    }
    done++;
  }

  /// Most lies are told for a moment, some for so long that devices stop waiting.
  private void liesDiffer() {
    if (lies.isEmpty() || world.time().now().compareTo(lieEnds) < 0) {
      return;
    }
    if (chance.oneIn(6)) {
      lieEnds = world.time().now().plus(chance.between(LONG_LIE, LONG_LIE.multipliedBy(2)));
    }
    if (chance.oneIn(6)) {
      world.tell(() -> "nobody lies");
      world.middle().lies(Lie.NONE);
      return;
    }
    Lie lie = chance.of(lies);
    Lie told = chance.oneIn(4) ? new Both(lie, chance.of(lies)) : lie;
    world.tell(() -> told.name() + " begins");
    world.middle().lies(told);
  }
}
