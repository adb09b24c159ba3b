package io.mashrabiya.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.worker.child.HangingWorker;
import io.mashrabiya.media.worker.child.WorkerMain;
import io.mashrabiya.media.worker.message.Answer;
import io.mashrabiya.media.worker.message.Order;
import io.mashrabiya.media.worker.message.Pipe;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A worker and the end of those who gave it orders.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParentGoneTest {
  private static Process start(WorkerCommand command) throws IOException {
    return new ProcessBuilder(command.words())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Pipe pipe(Process worker) {
    return new Pipe(new BufferedInputStream(worker.getInputStream()), worker.getOutputStream());
  }

  private static void assertEnds(ProcessHandle worker) throws Exception {
    assertThat(worker.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  @Test
  void worker_whoseInputCloses_endsWithoutComplaint() throws Exception {
    Process worker = start(new WorkerCommand(WorkerMain.class, 1L << 30));
    assertThat(Answer.parse(pipe(worker).read())).isEqualTo(new Answer.Ready(0));
    worker.getOutputStream().close();
    assertThat(worker.waitFor()).isZero();
  }

  @Test
  void worker_whoseInputClosesWhileItsDecoderHangs_ends(@TempDir Path folder) throws Exception {
    Path begun = folder.resolve("begun");
    Process worker = start(new WorkerCommand(HangingWorker.class, 1L << 30));
    Pipe pipe = pipe(worker);
    pipe.read();
    byte[] picture = begun.toString().getBytes(StandardCharsets.UTF_8);
    pipe.write(new Order.MakeStill(1, Workers.jpeg(picture)).body());
    Eventually.holds(() -> Files.exists(begun));
    worker.getOutputStream().close();
    assertEnds(worker.toHandle());
  }

  @Test
  void worker_thatIsToldNonsense_ends() throws Exception {
    Process worker = start(new WorkerCommand(WorkerMain.class, 1L << 30));
    Pipe pipe = pipe(worker);
    pipe.read();
    pipe.write(new byte[] {99, 0, 0, 0, 1});
    assertEnds(worker.toHandle());
  }

  /// As Ctrl-C at a terminal reaches every process of a home, and a service manager's end as well:
  /// the home decides.
  @Test
  void worker_thatIsInterrupted_goesOnUntilItsHomeEnds() throws Exception {
    Process worker = start(new WorkerCommand(WorkerMain.class, 1L << 30));
    Pipe pipe = pipe(worker);
    pipe.read();
    for (String signal : new String[] {"-INT", "-TERM", "-HUP"}) {
      new ProcessBuilder("kill", signal, Long.toString(worker.pid())).start().waitFor();
    }
    pipe.write(new Order.MakeStill(1, Workers.jpeg(Workers.keyFrame())).body());
    assertThat(Answer.parse(pipe.read())).isInstanceOf(Answer.StillMade.class);
    worker.getOutputStream().close();
    assertEnds(worker.toHandle());
  }

  /// A home that has a worker, in a process of its own, to be killed. It prints the worker's
  /// number.
  static final class Parent {
    private Parent() {}

    public static void main(String[] arguments) {
      WorkerDoor door = WorkerDoor.open(Workers.REAL);
      door.still(new Subject("door"), Workers.jpeg(new byte[] {1}));
      new PrintStream(new FileOutputStream(FileDescriptor.out), true)
          .println(door.processes().getFirst().pid());
      LockSupport.park();
    }
  }

  @Test
  void worker_whoseHomeIsKilled_ends() throws Exception {
    Process home =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long pid = Long.parseLong(home.inputReader().readLine());
    ProcessHandle worker = ProcessHandle.of(pid).orElseThrow();
    home.destroyForcibly();
    assertEnds(worker);
  }
}
