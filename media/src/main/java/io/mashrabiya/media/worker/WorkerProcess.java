package io.mashrabiya.media.worker;

import io.mashrabiya.media.worker.message.Answer;
import io.mashrabiya.media.worker.message.MalformedMessage;
import io.mashrabiya.media.worker.message.Order;
import io.mashrabiya.media.worker.message.Pipe;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/// One life of a worker process. It does one thing at a time, for one caller at a time.
///
/// Two platform threads belong to it: one speaks with it, because reading a pipe cannot be given
/// up; one drains its error output. Whoever asks waits in between and looks at clock and memory.
final class WorkerProcess implements AutoCloseable {
  /// What came of asking.
  sealed interface Reply {
    record Answered(Answer answer) implements Reply {}

    /// The worker is no more.
    record Ended(WorkerEnd how) implements Reply {}
  }

  private static final Duration FAREWELL = Duration.ofMillis(300);

  private final Process process;
  private final Pipe pipe;
  private final ResidentMemory memory;
  private final long mostResidentBytes;
  private final ExecutorService speaker;
  private int requests;
  private volatile boolean busy;
  private volatile boolean unwanted;

  private WorkerProcess(Process process, long mostResidentBytes) {
    this.process = process;
    this.pipe =
        new Pipe(new BufferedInputStream(process.getInputStream()), process.getOutputStream());
    this.memory = ResidentMemory.of(process.pid());
    this.mostResidentBytes = mostResidentBytes;
    this.speaker =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("worker-" + process.pid()).factory());
  }

  /// Starts one. It is not ready yet: [#awaitReady].
  static WorkerProcess start(WorkerCommand command, long mostResidentBytes) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command.words());
    WorkerEnvironment.reduce(builder.environment());
    Process process = builder.start();
    WorkerErrors.drain(process);
    return new WorkerProcess(process, mostResidentBytes);
  }

  /// Waits until it has loaded its libraries, or says that it cannot.
  Reply awaitReady(Duration within) {
    return await(() -> Answer.parse(pipe.read()), within);
  }

  /// Has one order done.
  ///
  /// @param order made for the number of the request
  Reply ask(IntFunction<Order> order, Duration within) {
    int request = ++requests;
    return await(() -> exchange(order.apply(request)), within);
  }

  private Answer exchange(Order order) throws IOException {
    pipe.write(order.body());
    Answer answer = Answer.parse(pipe.read());
    if (answer.request() != order.request()) {
      throw new WrongAnswer();
    }
    return answer;
  }

  /// An answer to something that was not asked.
  private static final class WrongAnswer extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private Reply await(Callable<Answer> conversation, Duration within) {
    long until = System.nanoTime() + within.toNanos();
    busy = true;
    try {
      Future<Answer> answer = speaker.submit(conversation);
      while (true) {
        long left = until - System.nanoTime();
        if (left <= 0) {
          return kill(WorkerEnd.TOO_LATE);
        }
        Optional<Answer> come = wait(answer, Math.min(left, memory.lookEvery().toNanos()));
        if (come.isPresent()) {
          return new Reply.Answered(come.get());
        }
        if (memory.bytes() > mostResidentBytes) {
          return kill(WorkerEnd.TOO_MUCH_MEMORY);
        }
      }
    } catch (ExecutionException e) {
      return kill(endBy(e));
    } catch (RejectedExecutionException e) {
      return kill(WorkerEnd.UNWANTED); // it was closed a moment ago
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return kill(WorkerEnd.UNWANTED);
    } finally {
      busy = false;
    }
  }

  private static Optional<Answer> wait(Future<Answer> answer, long nanos)
      throws ExecutionException, InterruptedException {
    try {
      return Optional.of(answer.get(nanos, TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    }
  }

  private WorkerEnd endBy(ExecutionException e) {
    if (unwanted) {
      return WorkerEnd.UNWANTED;
    }
    return switch (e.getCause()) {
      case MalformedMessage malformed -> WorkerEnd.NONSENSE;
      case WrongAnswer wrong -> WorkerEnd.NONSENSE;
      case null, default -> WorkerEnd.DIED;
    };
  }

  private Reply kill(WorkerEnd how) {
    process.destroyForcibly();
    dismissSpeaker();
    return new Reply.Ended(how);
  }

  /// Nothing is said any more. The pipe is closed by whoever may still be writing into it, because
  /// closing waits for that.
  private void dismissSpeaker() {
    try {
      speaker.execute(this::closeInput);
    } catch (RejectedExecutionException e) {
      return; // done already
    }
    speaker.shutdown();
  }

  private void closeInput() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      return; // it has ended
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /// What the operating system tells of its end: 128 and the signal's number where a signal ended
  /// it.
  String exit() {
    try {
      return process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
          ? "exit code " + process.exitValue()
          : "its output closed";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  /// Ends it: its input closes, and if that does not help, or it is in the middle of something, it
  /// is killed. Whoever waits for an answer gets none.
  @Override
  public void close() {
    unwanted = true;
    dismissSpeaker();
    if (busy) {
      process.destroyForcibly();
    }
    try {
      if (!process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
