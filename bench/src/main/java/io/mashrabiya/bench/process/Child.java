package io.mashrabiya.bench.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A process that this one started and talks with in lines. What it writes to its error output goes
/// to this one's.
///
/// Closing it closes its input, by which our own programs know that they may end; one that goes on
/// is ended.
public final class Child implements AutoCloseable {
  /// What waits here for somebody to hear it; a child that says more is stopped by its pipe.
  private static final int MOST_LINES = 10_000;

  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Process process;
  private final Writer input;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(MOST_LINES);

  private Child(Process process) {
    this.process = process;
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofPlatform().daemon().name("hear-child").start(this::hearAll);
  }

  /// Starts a program.
  public static Child start(List<String> command) throws IOException {
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /// Starts a class of the bench in a JVM of its own, with this one's class path.
  public static Child jvm(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
    command.addAll(options);
    command.addAll(List.of("-cp", absoluteClassPath(), main.getName()));
    command.addAll(List.of(arguments));
    return start(command);
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /// The CPU time it has used until now.
  public Duration cpu() {
    return ProcessCpu.of(process.toHandle());
  }

  /// Writes a line to its input.
  public void say(String line) throws IOException {
    input.write(line + "\n");
    input.flush();
  }

  /// The rest of the next line that begins with this word; lines before it are dropped.
  ///
  /// @throws IOException if none comes in that time
  public String hear(String word, Duration within) throws IOException, InterruptedException {
    long until = System.nanoTime() + within.toNanos();
    while (true) {
      String line = lines.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null) {
        throw new IOException("a child process did not say `" + word + "` within " + within);
      }
      if (line.startsWith(word)) {
        return line.substring(word.length()).strip();
      }
    }
  }

  /// Asks it to end, as a person would with Ctrl-C, and waits until it has.
  public void interrupt() throws InterruptedException {
    process.destroy();
    process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    try {
      input.close();
      if (!process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void hearAll() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.put(line);
      }
    } catch (IOException e) {
      return; // it has ended
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String absoluteClassPath() {
    List<String> paths = new ArrayList<>();
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      paths.add(Path.of(path).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, paths);
  }
}
