package io.mashrabiya.media.socket;

import io.mashrabiya.media.CaptureClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/// Reads from a socket until a moment, however many reads it takes: a peer that sends one byte now
/// and then gains nothing.
///
/// Owned by the thread that reads.
public final class DeadlineStream extends InputStream {
  private final Socket socket;
  private final InputStream stream;
  private final CaptureClock clock;
  private long deadlineMicros;

  public DeadlineStream(Socket socket, CaptureClock clock) throws IOException {
    this.socket = socket;
    this.stream = socket.getInputStream();
    this.clock = clock;
  }

  /// Sets the moment after which reading throws a [SocketTimeoutException].
  public void deadline(long newDeadlineMicros) {
    deadlineMicros = newDeadlineMicros;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    long leftMicros = deadlineMicros - clock.nowMicros();
    if (leftMicros <= 0) {
      throw new SocketTimeoutException("deadline");
    }
    socket.setSoTimeout((int) Math.max(1, TimeUnit.MICROSECONDS.toMillis(leftMicros)));
    return stream.read(target, offset, length);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
