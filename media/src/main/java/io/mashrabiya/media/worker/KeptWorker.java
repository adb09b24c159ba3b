package io.mashrabiya.media.worker;

import io.mashrabiya.media.worker.WorkerProcess.Reply;
import io.mashrabiya.media.worker.message.Answer;
import io.mashrabiya.media.worker.message.Order;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;

/// A worker that is there when it is wanted: started at the first order, started anew after it
/// died, ended when nobody wanted it for a while.
///
/// Guarantee: one order at a time, in the order of asking; what a worker worked on when it ended is
/// never given to another one; whoever waits, waits for at most one deadline before its turn and
/// one in it (and one start). Any thread may ask.
final class KeptWorker implements AutoCloseable {
  /// What came of an order.
  sealed interface Work {
    record Done(Answer answer) implements Work {}

    record NotDone(WhyNot why) implements Work {}
  }

  private static final System.Logger LOG = System.getLogger(KeptWorker.class.getName());

  private final DoorSettings settings;
  private final Suspects suspects;
  private final DoorCounters counters;
  private final ElapsedTime time;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Restarts restarts = new Restarts();
  private volatile Optional<WorkerProcess> current = Optional.empty();
  private volatile Duration lastAsked = Duration.ZERO;

  KeptWorker(DoorSettings settings, Suspects suspects, DoorCounters counters, ElapsedTime time) {
    this.settings = settings;
    this.suspects = suspects;
    this.counters = counters;
    this.time = time;
  }

  /// Has an order done, and blocks until that is so or will not be.
  Work ask(Subject whom, IntFunction<Order> order) {
    counters.count(DoorEvent.REQUEST);
    Work work = inTurn(whom, order);
    if (work instanceof Work.NotDone) {
      counters.count(DoorEvent.FAILURE);
    }
    return work;
  }

  /// The process that runs now.
  Optional<ProcessHandle> process() {
    return current.filter(WorkerProcess::isAlive).map(WorkerProcess::handle);
  }

  private Work inTurn(Subject whom, IntFunction<Order> order) {
    if (suspects.rests(whom, time.now())) {
      return resting(); // and keeps nobody waiting
    }
    try {
      if (!turn.tryLock(settings.deadline().toNanos(), TimeUnit.NANOSECONDS)) {
        return new Work.NotDone(WhyNot.BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Work.NotDone(WhyNot.CLOSED);
    }
    try {
      if (suspects.rests(whom, time.now())) {
        return resting(); // since somebody before it in the queue
      }
      return running().map(worker -> ask(worker, whom, order)).orElseGet(this::noWorker);
    } finally {
      lastAsked = time.now();
      turn.unlock();
    }
  }

  private Work resting() {
    counters.count(DoorEvent.RESTING);
    return new Work.NotDone(WhyNot.RESTING);
  }

  private Work noWorker() {
    return new Work.NotDone(isClosed() ? WhyNot.CLOSED : WhyNot.NO_DECODER);
  }

  private Work ask(WorkerProcess worker, Subject whom, IntFunction<Order> order) {
    return switch (worker.ask(order, settings.deadline())) {
      case Reply.Answered(Answer answer) -> {
        restarts.useful();
        yield judge(answer);
      }
      case Reply.Ended(WorkerEnd how) -> {
        current = Optional.empty();
        yield new Work.NotDone(isClosed() ? WhyNot.CLOSED : ended(worker, how, whom));
      }
    };
  }

  private static Work judge(Answer answer) {
    return switch (answer) {
      case Answer.StillMade made -> new Work.Done(made);
      case Answer.Encoded encoded -> new Work.Done(encoded);
      case Answer.Done done -> new Work.Done(done);
      case Answer.NotDone(int request, Answer.Reason reason) ->
          new Work.NotDone(
              switch (reason) {
                case DOES_NOT_DECODE -> WhyNot.DOES_NOT_DECODE;
                case NO_MEMORY -> WhyNot.NO_MEMORY;
                case NO_SESSION -> WhyNot.DECODER_DIED; // the session was another worker's
              });
      case Answer.Fault(int request, String what) -> fault(what);
      case Answer.Unable(int request, String why) -> fault(why);
      case Answer.Ready ready -> fault("it is ready twice");
    };
  }

  private static Work fault(String what) {
    LOG.log(Level.WARNING, () -> "a worker failed: " + WorkerErrors.printable(what));
    return new Work.NotDone(WhyNot.FAULT);
  }

  /// Counts and tells the end of a worker that was working, and blames whose picture it was.
  private WhyNot ended(WorkerProcess worker, WorkerEnd how, Subject whom) {
    counters.count(how.event());
    if (how != WorkerEnd.UNWANTED) {
      restarts.useless(time.now());
      Duration rest = suspects.blame(whom, time.now());
      String pause = rest.isZero() ? "" : ", but no picture of it for " + rest.toSeconds() + " s";
      LOG.log(
          Level.WARNING,
          () ->
              "the decoder %s over a picture of %s (%s); everything else goes on%s"
                  .formatted(how.words(), whom.name(), worker.exit(), pause));
    }
    return how.whyNot();
  }

  /// The worker, started if there is none; nothing when none can be had now. Only in one's turn.
  private Optional<WorkerProcess> running() {
    Optional<WorkerProcess> worker = current.filter(WorkerProcess::isAlive);
    if (worker.isPresent() || isClosed() || !restarts.mayStart(time.now())) {
      return worker;
    }
    if (current.isPresent()) {
      counters.count(DoorEvent.DEATH); // while it had nothing to do: nobody's picture is to blame
    }
    current = start();
    return current;
  }

  private Optional<WorkerProcess> start() {
    try {
      WorkerProcess worker = WorkerProcess.start(settings.command(), settings.mostResidentBytes());
      counters.count(DoorEvent.START);
      current = Optional.of(worker); // so that closing finds it
      if (isReady(worker) && !isClosed()) {
        Thread.ofVirtual().name("worker-idle").start(() -> endWhenIdle(worker));
        return current;
      }
      worker.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, () -> "no decoder can be started: " + e.getMessage());
    }
    restarts.useless(time.now());
    return Optional.empty();
  }

  private boolean isReady(WorkerProcess worker) {
    Reply reply = worker.awaitReady(restarts.startDeadline(settings.startDeadline()));
    if (reply instanceof Reply.Ended(WorkerEnd how) && how == WorkerEnd.TOO_LATE) {
      restarts.tooSlow();
    }
    boolean ready =
        reply instanceof Reply.Answered(Answer answer) && answer instanceof Answer.Ready;
    if (!ready && !isClosed()) {
      LOG.log(Level.WARNING, () -> "a decoder does not start: " + startWords(reply));
    }
    return ready;
  }

  private static String startWords(Reply reply) {
    return switch (reply) {
      case Reply.Answered(Answer.Unable(int request, String why)) -> WorkerErrors.printable(why);
      case Reply.Answered(Answer other) -> "it says something else";
      case Reply.Ended(WorkerEnd how) -> how.words();
    };
  }

  private void endWhenIdle(WorkerProcess worker) {
    try {
      while (worker.isAlive() && !closed.await(untilIdle().toNanos(), TimeUnit.NANOSECONDS)) {
        turn.lock();
        try {
          if (untilIdle().isNegative() && current.equals(Optional.of(worker))) {
            current = Optional.empty();
            worker.close();
            counters.count(DoorEvent.UNWANTED_END);
          }
        } finally {
          turn.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration untilIdle() {
    return settings.idle().minus(time.now().minus(lastAsked));
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public void close() {
    closed.countDown();
    current.ifPresent(WorkerProcess::close);
  }
}
