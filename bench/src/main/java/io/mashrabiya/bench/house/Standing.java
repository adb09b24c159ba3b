package io.mashrabiya.bench.house;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a home's process has at one moment, beside its heap.
///
/// @param threads of the platform, those of Java alone: the JVM's own come and go
/// @param virtualThreads those that have not ended
/// @param descriptors open files and sockets; 0 where the JDK does not know, as on Windows
public record Standing(long threads, long virtualThreads, long descriptors) {
  static Standing ofThisProcess() throws IOException {
    return new Standing(
        ManagementFactory.getThreadMXBean().getThreadCount(),
        countVirtual(),
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getOpenFileDescriptorCount()
            : 0);
  }

  /// Nobody counts virtual threads, but a dump lists them.
  private static long countVirtual() throws IOException {
    Path dump = Files.createTempDirectory("mashrabiya-bench").resolve("threads");
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
      try (Stream<String> lines = Files.lines(dump)) {
        return lines.filter(line -> line.matches("#\\d+ \".*\" virtual.*")).count();
      }
    } finally {
      Files.deleteIfExists(dump);
      Files.delete(dump.getParent());
    }
  }

  /// As a line that [#read] reads.
  String line() {
    return threads + " " + virtualThreads + " " + descriptors;
  }

  static Standing read(String line) {
    String[] numbers = line.split(" ", -1);
    return new Standing(
        Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
  }
}
