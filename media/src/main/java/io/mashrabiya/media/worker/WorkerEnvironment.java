package io.mashrabiya.media.worker;

import java.util.Map;
import java.util.Set;

/// What a worker sees of this process's environment: next to nothing. There may be secrets in it,
/// and options for the JVM that are not meant for a worker.
final class WorkerEnvironment {
  private static final Set<String> KEPT =
      Set.of("HOME", "LANG", "LD_LIBRARY_PATH", "PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR");

  private WorkerEnvironment() {}

  static void reduce(Map<String, String> environment) {
    environment.keySet().retainAll(KEPT);
    // glibc would keep what each thread freed for that thread, and a decoder's frames for longer.
    environment.put("MALLOC_ARENA_MAX", "1");
    environment.put("MALLOC_TRIM_THRESHOLD_", "131072");
  }
}
