package io.mashrabiya.media.worker;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/// Reads what a worker writes to its error output, so that it never waits for a reader, and lets
/// the log have the beginning of it.
final class WorkerErrors {
  private static final System.Logger LOG = System.getLogger(WorkerErrors.class.getName());
  private static final int CHUNK_BYTES = 1_024;

  /// What one worker can put into the log; the rest is thrown away.
  private static final int MOST_CHUNKS = 16;

  private WorkerErrors() {}

  /// On a platform thread of its own, until the worker ends.
  static void drain(Process worker) {
    Thread.ofPlatform()
        .daemon()
        .name("worker-errors-" + worker.pid())
        .start(() -> drain(worker.getErrorStream(), worker.pid()));
  }

  /// Reads to the end, in the calling thread.
  static void drain(InputStream errors, long pid) {
    byte[] chunk = new byte[CHUNK_BYTES];
    try (errors) {
      int chunks = 0;
      for (int count = errors.read(chunk); count >= 0; count = errors.read(chunk)) {
        if (chunks++ < MOST_CHUNKS) {
          String words = printable(new String(chunk, 0, count, StandardCharsets.UTF_8));
          LOG.log(Level.INFO, () -> "worker " + pid + " says: " + words);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a worker's error output broke off", e);
    }
  }

  /// A log line is one line and not a long one, whatever a decoder prints or answers: it may speak
  /// for a camera's pictures.
  static String printable(String words) {
    return words
        .substring(0, Math.min(words.length(), CHUNK_BYTES))
        .strip()
        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
  }
}
