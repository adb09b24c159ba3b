package io.mashrabiya.proof.prove;

import io.mashrabiya.proof.world.History;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Outcome;
import io.mashrabiya.proof.world.Pace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Many histories, one on each core at a time.
///
/// @param seed of the first; each has one of its own
/// @param deliveries all together, at least
/// @param lies of each history
/// @param watcher is told of each history that has ended, on that history's thread, one at a time
public record Run(long seed, long deliveries, Supplier<List<Lie>> lies, Consumer<Sums> watcher) {
  private static final long DELIVERIES_OF_ONE = 25_000;

  /// What came of all.
  ///
  /// @param broken the first history that broke a promise, with its outcome
  public record Result(Sums sums, Optional<Failure> broken) {}

  /// A history that broke a promise.
  public record Failure(History history, Outcome outcome) {}

  public Result play() throws InterruptedException, ExecutionException {
    long histories = (deliveries + DELIVERIES_OF_ONE - 1) / DELIVERIES_OF_ONE;
    int threads = (int) Math.min(Runtime.getRuntime().availableProcessors(), histories);
    var next = new AtomicLong();
    var left = new AtomicLong(deliveries);
    var isOver = new AtomicBoolean();
    var sums = new Sums();
    List<Failure> failures = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(
            pool.submit(() -> {
              try {
                while (left.get() > 0 && !isOver.get()) {
                  long number = next.getAndIncrement();
                  var history =
                      new History(
                          seed + number,
                          Pace.STEADY,
                          lies,
                          Math.min(DELIVERIES_OF_ONE, deliveries));
                  Outcome outcome = played(history);
                  left.addAndGet(-outcome.deliveries());
                  synchronized (sums) {
                    sums.add(outcome);
                    watcher.accept(sums);
                    if (outcome.broken().isPresent()) {
                      failures.add(new Failure(history, outcome));
                      isOver.set(true);
                    }
                  }
                }
                return null;
              } finally {
                isOver.set(true); // one that failed is told at once, not hours later
              }
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    return new Result(sums, failures.stream().findFirst());
  }

  private static Outcome played(History history) throws IOException {
    try {
      return history.run();
    } catch (RuntimeException e) {
      throw new IllegalStateException("the history of seed " + history.seed(), e);
    }
  }
}
