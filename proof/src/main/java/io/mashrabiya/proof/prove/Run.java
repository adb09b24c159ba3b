package io.mashrabiya.proof.prove;

import io.mashrabiya.proof.world.History;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Outcome;
import io.mashrabiya.proof.world.Pace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    var playing = new Playing();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (Future<?> one : Stream.generate(() -> pool.submit(playing)).limit(threads).toList()) {
        one.get();
      }
    }
    return new Result(playing.sums, playing.failures.stream().findFirst());
  }

  /// What each thread does: one history after the other, until enough are played, one broke a
  /// promise, or one could not be played, which is told at once and not hours later.
  private final class Playing implements Callable<Void> {
    private final AtomicLong next = new AtomicLong(seed);
    private final AtomicLong left = new AtomicLong(deliveries);
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final Sums sums = new Sums();
    private final List<Failure> failures = new ArrayList<>();

    @Override
    public @Nullable Void call() throws IOException {
      try {
        while (left.get() > 0 && !isOver.get()) {
          long most = Math.min(DELIVERIES_OF_ONE, deliveries);
          var history = new History(next.getAndIncrement(), Pace.STEADY, lies, most);
          ended(history, played(history));
        }
        return null;
      } finally {
        isOver.set(true);
      }
    }

    private synchronized void ended(History history, Outcome outcome) {
      left.addAndGet(-outcome.deliveries());
      sums.add(outcome);
      watcher.accept(sums);
      if (outcome.broken().isPresent()) {
        failures.add(new Failure(history, outcome));
        isOver.set(true);
      }
    }
  }

  private static Outcome played(History history) throws IOException {
    try {
      return history.run();
    } catch (RuntimeException e) {
      throw new IllegalStateException("the history of seed " + history.seed(), e);
    }
  }
}
