package io.mashrabiya.testkit.line;

import io.mashrabiya.network.shape.Fate;
import io.mashrabiya.network.shape.Shaping;
import java.io.IOException;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Carries packets from one device to another, as late as the line decides, and counts them. A
/// thread reads, a thread writes.
final class Direction {
  private final Tun from;
  private final Tun to;
  private final Shaping shaping;
  private final Trouble trouble;
  private final long begunNanos;
  private final DelayQueue<UnderWay> underWay = new DelayQueue<>();
  private final AtomicLong carried = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final Thread reader;
  private final Thread writer;

  /// A packet; of two that are due at once the earlier one goes first.
  private record UnderWay(byte[] packet, long dueNanos, long number) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      UnderWay that = (UnderWay) other;
      int byTime = Long.signum(dueNanos - that.dueNanos);
      return byTime != 0 ? byTime : Long.compare(number, that.number);
    }
  }

  private Direction(Tun from, Tun to, Shaping shaping, Trouble trouble, long begunNanos) {
    this.from = from;
    this.to = to;
    this.shaping = shaping;
    this.trouble = trouble;
    this.begunNanos = begunNanos;
    this.reader = Thread.ofPlatform().daemon().name("line-in").unstarted(this::read);
    this.writer = Thread.ofPlatform().daemon().name("line-out").unstarted(this::write);
  }

  static Direction start(Tun from, Tun to, Shaping shaping, Trouble trouble, long begunNanos) {
    var direction = new Direction(from, to, shaping, trouble, begunNanos);
    direction.reader.start();
    direction.writer.start();
    return direction;
  }

  private void read() {
    try {
      long number = 0;
      for (byte[] packet = from.read(); packet.length > 0; packet = from.read()) {
        if (trouble.swallows(packet)) {
          lost.incrementAndGet();
          continue;
        }
        switch (shaping.send(packet.length, System.nanoTime() - begunNanos)) {
          case Fate.Arrives(long at) ->
              underWay.add(new UnderWay(packet, begunNanos + at, number++));
          case Fate.Lost() -> lost.incrementAndGet();
          case Fate.Dropped(long roomAt) -> dropped.incrementAndGet();
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the line broke", e);
    }
  }

  private void write() {
    try {
      while (true) {
        to.write(underWay.take().packet());
        carried.incrementAndGet();
      }
    } catch (InterruptedException e) {
      return; // it has ended
    } catch (IOException e) {
      throw new IllegalStateException("the line broke", e);
    }
  }

  PacketLine.Count count() {
    return new PacketLine.Count(carried.get(), lost.get(), dropped.get());
  }

  /// Returns when no thread touches the devices any more.
  void end() throws IOException {
    from.end();
    writer.interrupt();
    try {
      reader.join();
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
