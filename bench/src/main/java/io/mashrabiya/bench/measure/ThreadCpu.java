package io.mashrabiya.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/// What an operation costs the thread that does it, in CPU time: the time that other processes took
/// from this one does not count.
public final class ThreadCpu {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int BATCH = 32;

  private ThreadCpu() {}

  /// An operation that a turn repeats; whatever it returns is looked at, so that no compiler may
  /// leave it out.
  @FunctionalInterface
  public interface Operation {
    int run(int index) throws Exception;
  }

  /// A candidate that costs microseconds of CPU time for each operation.
  public static Contest.Candidate microsPer(Operation operation) {
    return new Contest.Candidate() {
      private int seen;

      @Override
      public double turn(Duration length) throws Exception {
        long until = System.nanoTime() + length.toNanos();
        long before = THREADS.getCurrentThreadCpuTime();
        int done = 0;
        do {
          for (int i = 0; i < BATCH; i++) {
            seen += operation.run(done + i);
          }
          done += BATCH;
        } while (System.nanoTime() < until);
        long spent = THREADS.getCurrentThreadCpuTime() - before;
        if (seen == Integer.MIN_VALUE) {
          throw new AssertionError("never so many, but the compiler does not know");
        }
        return spent / 1e3 / done;
      }
    };
  }
}
