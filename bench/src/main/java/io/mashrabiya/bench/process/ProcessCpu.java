package io.mashrabiya.bench.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;

/// The CPU time that a process has used until now, all its threads together, those that have ended
/// too, in user and kernel mode.
///
/// On Linux by the process's CPU clock, which counts nanoseconds; `/proc` and the JDK count ticks
/// of 10 ms, a tenth of what a turn of one camera costs. Elsewhere by the JDK.
public final class ProcessCpu {
  private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

  private ProcessCpu() {}

  /// What a process has used until now.
  ///
  /// @throws IllegalStateException if the process is gone
  public static Duration of(ProcessHandle process) {
    return LINUX
        ? PosixClock.read(clockOf(process.pid()))
        : process
            .info()
            .totalCpuDuration()
            .orElseThrow(() -> new IllegalStateException("no CPU time of " + process.pid()));
  }

  /// The clock of a process as the kernel numbers it: the complement of the process id above two
  /// bits for "scheduled time" and a zero for "of the whole process".
  private static int clockOf(long pid) {
    return (int) (~pid << 3) | 2;
  }

  /// POSIX `clock_gettime`.
  private static final class PosixClock {
    private static final MethodHandle CLOCK_GETTIME = find();

    @SuppressWarnings("restricted") // the bench is allowed native access
    private static MethodHandle find() {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(
          linker.defaultLookup().findOrThrow("clock_gettime"),
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }

    static Duration read(int clock) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
        int status = (int) CLOCK_GETTIME.invokeExact(clock, time);
        if (status != 0) {
          throw new IllegalStateException("the process is gone");
        }
        return Duration.ofSeconds(
            time.getAtIndex(ValueLayout.JAVA_LONG, 0), time.getAtIndex(ValueLayout.JAVA_LONG, 1));
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("clock_gettime", e);
      }
    }
  }
}
