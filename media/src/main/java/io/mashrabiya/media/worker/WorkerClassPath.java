package io.mashrabiya.media.worker;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The class path of a worker: of this process's only where the worker's own classes lie, and
/// FFmpeg's jars. JavaCPP opens every jar that it is given, which costs a worker 10 MB and a third
/// of its time to start; and what a worker has no classes of, it cannot be made to use.
final class WorkerClassPath {
  private static final List<String> NATIVE = List.of("ffmpeg-", "javacpp-");

  private WorkerClassPath() {}

  /// @param own this process's class path; where no jar of it has FFmpeg's usual names, all of it
  ///   is taken
  /// @param classes what the worker is made of
  static String of(String own, List<Class<?>> classes) {
    List<Path> all =
        Stream.of(own.split(File.pathSeparator, -1))
            .map(path -> Path.of(path).toAbsolutePath())
            .toList();
    List<Path> rooms = classes.stream().map(WorkerClassPath::home).toList();
    Predicate<Path> wanted = path -> rooms.contains(path) || isNative(path);
    return all.stream()
        .filter(all.stream().anyMatch(WorkerClassPath::isNative) ? wanted : path -> true)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isNative(Path path) {
    return NATIVE.stream().anyMatch(path.getFileName().toString()::startsWith);
  }

  private static Path home(Class<?> of) {
    try {
      return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path that is none", e);
    }
  }
}
