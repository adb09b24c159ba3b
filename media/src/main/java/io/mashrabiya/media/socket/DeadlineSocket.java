package io.mashrabiya.media.socket;

import io.mashrabiya.media.CaptureClock;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A connection to a camera on which nothing takes longer than it may.
///
/// Guarantee: reading ends at a moment, however many reads it takes, so that a peer that sends one
/// byte now and then gains nothing; writing ends after a time, though sockets have a time-out for
/// reading only, and a peer that reads nothing would hold whoever writes. Both hold for TLS over
/// this connection as well, whose records and handshakes are read and written here piece by piece:
/// the time-out of a TLS socket is one for each piece.
///
/// Its streams belong to the threads that read and write; what ends a write that takes too long is
/// the JDK's own timer.
public final class DeadlineSocket extends Socket {
  private static final System.Logger LOG = System.getLogger(DeadlineSocket.class.getName());

  private final CaptureClock clock;
  private final Duration patience;
  private long deadlineMicros; // of the thread that reads

  /// @param clock measures how long reading takes
  /// @param patience how long one write may take
  DeadlineSocket(CaptureClock clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
  }

  /// Sets the moment after which reading throws a [SocketTimeoutException]; it may go on after
  /// that, with a later moment.
  public void readUntil(long newDeadlineMicros) {
    deadlineMicros = newDeadlineMicros;
  }

  /// Reading throws a [SocketTimeoutException] after the moment that was set.
  @Override
  public InputStream getInputStream() throws IOException {
    return new Input(super.getInputStream());
  }

  /// Writing throws a [SocketTimeoutException] when it took too long; the connection is closed
  /// then.
  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Output(super.getOutputStream());
  }

  private final class Input extends FilterInputStream {
    Input(InputStream stream) {
      super(stream);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      long leftMicros = deadlineMicros - clock.nowMicros();
      if (leftMicros <= 0) {
        throw new SocketTimeoutException("deadline");
      }
      setSoTimeout((int) Math.max(1, TimeUnit.MICROSECONDS.toMillis(leftMicros)));
      return in.read(target, offset, length);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
  }

  private final class Output extends FilterOutputStream {
    Output(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      var written = new CompletableFuture<Void>();
      var _ =
          written
              .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
              .whenComplete((nothing, late) -> {
                if (late != null) {
                  closeQuietly();
                }
              });
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        if (written.isCompletedExceptionally()) {
          throw new SocketTimeoutException("nothing is read");
        }
        throw e;
      } finally {
        written.complete(null);
      }
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "it is closed already");
    }
  }
}
