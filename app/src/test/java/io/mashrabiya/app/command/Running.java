package io.mashrabiya.app.command;

import io.mashrabiya.app.Mashrabiya;
import io.mashrabiya.testkit.Needed;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The command in a process of its own, as a person starts it, with all that it says.
final class Running implements AutoCloseable {
  private static final Duration GUARD = Duration.ofSeconds(90);

  private final Process process;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder err = new StringBuilder();
  private int taken;
  private int silent;

  private Running(List<String> command) throws IOException {
    process = new ProcessBuilder(command).start();
    listen(process.getInputStream(), out);
    listen(process.getErrorStream(), err);
  }

  static Running start(String... arguments) throws IOException {
    return new Running(command(arguments));
  }

  /// At a terminal of its own, where a program can ask for a password. Both of its outputs are one
  /// there.
  static Running startAtTerminal(String... arguments) throws IOException {
    Path script = Needed.program("sudo apt-get install bsdutils", "script");
    String quoted =
        command(arguments).stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    return new Running(List.of(script.toString(), "-qefc", "exec " + quoted, "/dev/null"));
  }

  /// A process that is started in the background, as tests may be, would else ignore Ctrl-C, and so
  /// would its children.
  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Mashrabiya.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /// Waits until its standard output has something more that matches.
  ///
  /// @return the first group, or all that matched where there is none
  synchronized String await(String regex) throws InterruptedException {
    Pattern pattern = Pattern.compile(regex);
    long deadline = System.nanoTime() + GUARD.toNanos();
    while (true) {
      Matcher matcher = pattern.matcher(out);
      if (matcher.find(taken)) {
        taken = matcher.end();
        return matcher.group(matcher.groupCount() == 0 ? 0 : 1);
      }
      waitUntil(deadline, "it did not say " + regex);
    }
  }

  /// Waits until its standard error has that in it.
  synchronized void awaitError(String text) throws InterruptedException {
    long deadline = System.nanoTime() + GUARD.toNanos();
    while (err.indexOf(text) < 0) {
      waitUntil(deadline, "it did not complain: " + text);
    }
  }

  void type(String text) throws IOException {
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /// Ctrl-C.
  void interrupt() throws IOException, InterruptedException {
    while (!process.info().command().orElse("").endsWith("java")) {
      LockSupport.parkNanos(1_000_000); // `env` ignores Ctrl-C yet if this process does
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  /// As a service manager ends it.
  void terminate() {
    process.destroy();
  }

  /// Waits for its end.
  int exitCode() throws InterruptedException {
    if (!process.waitFor(GUARD.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end; it said " + all());
    }
    return process.exitValue();
  }

  /// All that it said so far.
  synchronized String all() {
    return out + "\n" + err;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void waitUntil(long deadline, String otherwise) throws InterruptedException {
    long left = deadline - System.nanoTime();
    if (left <= 0 || silent == 2) {
      throw new AssertionError(otherwise + "; it said " + all());
    }
    TimeUnit.NANOSECONDS.timedWait(this, left);
  }

  private void listen(InputStream stream, StringBuilder into) {
    Thread.ofVirtual()
        .start(() -> {
          try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            char[] some = new char[4096];
            for (int count = reader.read(some); count >= 0; count = reader.read(some)) {
              hear(into, some, count);
            }
          } catch (IOException closedHere) {
            // it has said all that it will
          }
          fallSilent();
        });
  }

  private synchronized void hear(StringBuilder into, char[] some, int count) {
    into.append(some, 0, count);
    notifyAll();
  }

  private synchronized void fallSilent() {
    silent++;
    notifyAll();
  }
}
