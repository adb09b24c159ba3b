package io.mashrabiya.media.socket;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Writes to a socket within a time. Sockets have a time-out for reading only: a camera that reads
/// nothing would hold the thread that writes to it for as long as it likes.
///
/// Owned by the thread that writes; what ends a write that takes too long is the JDK's own timer.
public final class DeadlineOutput {
  private static final System.Logger LOG = System.getLogger(DeadlineOutput.class.getName());

  private final Socket socket;
  private final Socket carrier;
  private final Duration patience;

  /// @param patience how long one write may take
  public DeadlineOutput(Socket socket, Duration patience) {
    this(socket, socket, patience);
  }

  /// Writes to a socket that another one carries, as it does TLS.
  ///
  /// @param carrier is closed when a write takes too long: closing TLS writes a goodbye, and waits
  ///   with that for the very write that is to be ended
  public DeadlineOutput(Socket socket, Socket carrier, Duration patience) {
    this.socket = socket;
    this.carrier = carrier;
    this.patience = patience;
  }

  /// Blocks until the peer's side or the system has taken the bytes.
  ///
  /// @throws SocketTimeoutException when that took too long; the connection is closed
  public void write(byte[] bytes) throws IOException {
    var written = new CompletableFuture<Void>();
    var _ =
        written
            .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
            .whenComplete((nothing, late) -> {
              if (late != null) {
                close();
              }
            });
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      if (written.isCompletedExceptionally()) {
        throw new SocketTimeoutException("nothing is read");
      }
      throw e;
    } finally {
      written.complete(null);
    }
  }

  private void close() {
    try {
      carrier.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "it is closed already");
    }
  }
}
