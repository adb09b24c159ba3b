package io.mashrabiya.media.scene;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes when each picture was drawn into a file: a line for each with the camera's number, the
/// picture's counter (both unsigned decimal) and microseconds since 1970, parted by one space. A
/// line is in the file before its picture leaves. Any thread, so that several cameras may share
/// one.
public final class MarkLog implements MarkListener, AutoCloseable {
  private final BufferedWriter out;

  private MarkLog(BufferedWriter out) {
    this.out = out;
  }

  /// Begins a log; one that is there is overwritten.
  public static MarkLog into(Path file) throws IOException {
    return new MarkLog(Files.newBufferedWriter(file));
  }

  /// @throws UncheckedIOException if the disk is full, say
  @Override
  public synchronized void drawn(Mark mark, long drawnAtMicros) {
    try {
      out.write(Integer.toUnsignedString(mark.camera()));
      out.write(' ');
      out.write(Integer.toUnsignedString(mark.counter()));
      out.write(' ');
      out.write(Long.toString(drawnAtMicros));
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
