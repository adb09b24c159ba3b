package io.mashrabiya.media.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// What a process takes of memory now: of Linux by `/proc`, which costs microseconds; elsewhere by
/// `ps`, which costs a process each time and is looked at more seldom.
sealed interface ResidentMemory {
  /// In bytes; 0 when nobody can tell, as of a process that has just ended.
  long bytes();

  /// How often it is worth a look.
  Duration lookEvery();

  static ResidentMemory of(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    return Files.isReadable(status) ? new Proc(status) : new Ps(pid);
  }

  /// `VmRSS` of proc_pid_status(5), which is in units of 1,024 bytes.
  record Proc(Path status) implements ResidentMemory {
    private static final String RESIDENT = "VmRSS:";

    @Override
    public long bytes() {
      try (var lines = Files.lines(status)) {
        return lines
            .filter(line -> line.startsWith(RESIDENT))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
            .findFirst()
            .orElse(0);
      } catch (IOException | RuntimeException e) {
        return 0; // it has ended
      }
    }

    @Override
    public Duration lookEvery() {
      return Duration.ofMillis(20);
    }
  }

  /// `rss` of POSIX-like `ps`, which is in units of 1,024 bytes.
  record Ps(long pid) implements ResidentMemory {
    private static final long PATIENCE_MILLIS = 1_000;

    @Override
    public long bytes() {
      try {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        try (var words = ps.inputReader()) {
          String line = words.readLine();
          ps.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
          return line == null ? 0 : Long.parseLong(line.strip()) << 10;
        } finally {
          ps.destroyForcibly();
        }
      } catch (IOException | NumberFormatException e) {
        return 0; // there is no `ps`, or it has ended
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 0;
      }
    }

    @Override
    public Duration lookEvery() {
      return Duration.ofMillis(500);
    }
  }
}
