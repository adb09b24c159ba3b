package io.mashrabiya.bench.relay;

import io.mashrabiya.wire.link.MediaMessage;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Acknowledges to one server, as the viewer's `link/acknowledging.ts` does: the first frame after
/// a pause at once, those that follow closely together. Called on one event loop; the clock's
/// thread may come in between.
final class Acknowledging implements Socket.Hearer {
  private static final long EACH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int MOST_BYTES = 32 * 1024;

  private final Viewers viewers;
  private final ScheduledExecutorService clock;
  private long received;
  private int untoldBytes;
  private boolean waits;
  private Optional<Long> told = Optional.empty();

  Acknowledging(Viewers viewers, ScheduledExecutorService clock) {
    this.viewers = viewers;
    this.clock = clock;
  }

  @Override
  public synchronized void heard(Socket socket, byte[] message) {
    if (MediaMessage.Carries.isOne(message)) {
      return;
    }
    viewers.got(message);
    received++;
    untoldBytes += message.length;
    long restNanos = told.map(at -> at + EACH_NANOS - System.nanoTime()).orElse(0L);
    if (restNanos <= 0 || untoldBytes >= MOST_BYTES) {
      tell(socket);
    } else if (!waits) {
      waits = true;
      var _ = clock.schedule(() -> tellLate(socket), restNanos, TimeUnit.NANOSECONDS);
    }
  }

  private synchronized void tellLate(Socket socket) {
    waits = false;
    if (untoldBytes > 0) {
      tell(socket);
    }
  }

  private void tell(Socket socket) {
    told = Optional.of(System.nanoTime());
    untoldBytes = 0;
    socket.tell(new MediaMessage.Acknowledgement(received).bytes());
  }
}
