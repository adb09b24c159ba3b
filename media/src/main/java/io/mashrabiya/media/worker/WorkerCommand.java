package io.mashrabiya.media.worker;

import io.mashrabiya.media.worker.child.WorkerMain;
import io.mashrabiya.words.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a worker process is started: this process's own `java`, as little of a JVM as will do, and
/// limits of the operating system that need no special rights.
///
/// @param main the worker's main class
/// @param mostDataBytes the kernel's limit of what it may allocate (RLIMIT_DATA). Linux holds it
///   for all of a process's own memory, so that a decoder is refused beyond it; macOS takes it and
///   holds it for next to nothing, and only the looks at the resident memory are left; Windows has
///   none
public record WorkerCommand(Class<?> main, long mostDataBytes) {
  static final WorkerCommand DEFAULT = new WorkerCommand(WorkerMain.class, 768L << 20);

  private static final Path SHELL = Path.of("/bin/sh");
  private static final String CACHE = "org.bytedeco.javacpp.cachedir";

  /// What a terminal or a service manager tells all processes of a home is the home's to act on:
  /// the worker ends with its input. No core file, because pictures would lie in it.
  private static final String LIMITS =
      """
      trap '' HUP INT TERM
      ulimit -c 0 2>/dev/null
      ulimit -d "$1" 2>/dev/null
      shift
      exec "$@"
      """;

  /// For little memory: what runs long is native, and next to none of the Java is worth compiling.
  ///
  /// What the JVM has to say goes to the error output, because the other one is the pipe to the
  /// home. A crash is told by the exit code: what the JVM would write about it holds pieces of
  /// pictures.
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-Xrs",
          "-XX:+UseSerialGC",
          "-Xms2m",
          "-Xmx64m",
          "-Xss512k",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=20",
          "-XX:ReservedCodeCacheSize=8m",
          "-XX:-UsePerfData",
          "-XX:+SuppressFatalErrorMessage",
          "-Xshare:auto",
          "-XX:+DisplayVMOutputToStderr",
          "-Xlog:disable",
          "-Xlog:all=warning:stderr",
          "--enable-native-access=ALL-UNNAMED",
          "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");

  /// The words of the command.
  List<String> words() {
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      String kibibytes = Long.toString(mostDataBytes >> 10);
      words.addAll(List.of(SHELL.toString(), "-c", LIMITS, "worker", kibibytes));
    }
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(JVM_OPTIONS);
    Optional.ofNullable(System.getProperty(CACHE))
        .ifPresent(folder -> words.add("-D" + CACHE + "=" + Path.of(folder).toAbsolutePath()));
    words.addAll(List.of("-cp", classPath(), main.getName()));
    return words;
  }

  private String classPath() {
    return WorkerClassPath.of(
        System.getProperty("java.class.path"), List.of(WorkerMain.class, main, Sentence.class));
  }
}
