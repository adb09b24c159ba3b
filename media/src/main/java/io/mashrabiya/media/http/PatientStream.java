package io.mashrabiya.media.http;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.socket.DeadlineSocket;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// Reads with two limits: how long nothing may come at all, and when all that is wanted now has to
/// be there. Whichever is over first ends it with a [SocketTimeoutException].
///
/// Owned by the thread that reads.
final class PatientStream extends InputStream {
  private final DeadlineSocket connection;
  private final InputStream stream;
  private final CaptureClock clock;
  private long silenceMicros;
  private long wholeMicros;

  /// @param connection that the stream comes over, itself or inside TLS
  PatientStream(DeadlineSocket connection, InputStream stream, CaptureClock clock) {
    this.connection = connection;
    this.stream = stream;
    this.clock = clock;
  }

  /// Begins to wait for something: each read at most `silence`, and all of it within `whole`.
  void await(Duration silence, Duration whole) {
    silenceMicros = CaptureClock.micros(silence);
    wholeMicros = clock.nowMicros() + CaptureClock.micros(whole);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    long deadlineMicros = Math.min(clock.nowMicros() + silenceMicros, wholeMicros);
    connection.readUntil(deadlineMicros);
    int count = stream.read(target, offset, length);
    if (clock.nowMicros() >= deadlineMicros) {
      throw new SocketTimeoutException("too late");
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
