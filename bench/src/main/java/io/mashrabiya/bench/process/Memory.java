package io.mashrabiya.bench.process;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The memory of a process, seen from outside.
public final class Memory {
  private static final Path PROC = Path.of("/proc");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern PROPORTIONAL = Pattern.compile("Pss:\\s+(\\d+) kB");
  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
  private static final long KILO = 1024;

  private Memory() {}

  /// What of it lies in memory now, shared pages with it: Linux' RSS, elsewhere that of `ps`.
  public static long residentBytes(ProcessHandle process) throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    Path status = PROC.resolve(pid).resolve("status");
    if (!Files.exists(status)) {
      return KILO
          * Long.parseLong(Programs.firstLine(List.of("ps", "-o", "rss=", "-p", pid)).strip());
    }
    try (Stream<String> lines = Files.lines(status)) {
      return KILO * only(RESIDENT, lines);
    }
  }

  /// What of memory is there because of it: what it shares with others counts by its share alone
  /// (Linux' PSS). Elsewhere the same as [#residentBytes].
  public static long proportionalBytes(ProcessHandle process)
      throws IOException, InterruptedException {
    Path rollup = PROC.resolve(Long.toString(process.pid())).resolve("smaps_rollup");
    if (!Files.exists(rollup)) {
      return residentBytes(process);
    }
    try (Stream<String> lines = Files.lines(rollup)) {
      return KILO * only(PROPORTIONAL, lines);
    }
  }

  /// What a JVM still reaches on its heap, after a full collection that this asks for.
  public static long liveHeapBytes(ProcessHandle jvm) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(jvm.pid()), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    try (var reader = process.inputReader()) {
      long bytes = only(TOTAL, reader.lines());
      reader.transferTo(Writer.nullWriter());
      process.waitFor();
      return bytes;
    }
  }

  private static long only(Pattern pattern, Stream<String> lines) throws IOException {
    return lines
        .map(pattern::matcher)
        .filter(Matcher::lookingAt)
        .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
        .findFirst()
        .orElseThrow(() -> new IOException("nobody says `" + pattern + "`"));
  }
}
