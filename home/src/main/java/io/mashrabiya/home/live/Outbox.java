package io.mashrabiya.home.live;

import io.mashrabiya.home.live.SendQueue.Parcel;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The door between the cameras' threads, which put frames in and never wait, and the one thread of
/// the media link, which takes them out as fast as the relay acknowledges. While no media link is
/// up, nothing is kept: a new one is given what it needs ([Live#resend]).
public final class Outbox implements Outlet {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Optional<SendQueue> queue = Optional.empty();
  private long framesDropped;
  private long groupsSkipped;

  /// A frame to send.
  public record Outgoing(CameraId camera, SealedFrame frame) {}

  /// A media link is up, and has been sent nothing.
  public void open() {
    within(() -> queue = Optional.of(new SendQueue()));
  }

  /// The media link is down.
  public void shut() {
    within(() -> {
      queue.ifPresent(old -> {
        framesDropped += old.framesDropped();
        groupsSkipped += old.groupsSkipped();
      });
      queue = Optional.empty();
    });
  }

  @Override
  public void offer(CameraId camera, SealedFrame frame) {
    within(() -> queue.ifPresent(open -> open.offer(camera, frame, now())));
  }

  @Override
  public void restart(CameraId camera, List<SealedFrame> group) {
    within(() -> queue.ifPresent(open -> open.restart(camera, group, now())));
  }

  @Override
  public void drop(CameraId camera, Track track) {
    within(() -> queue.ifPresent(open -> open.drop(camera, track)));
  }

  @Override
  public long limitBitsPerSecond() {
    lock.lock();
    try {
      return queue.map(SendQueue::limitBitsPerSecond).orElse(0L);
    } finally {
      lock.unlock();
    }
  }

  /// False when the relay counts something that was never sent.
  public boolean acknowledged(long frames) {
    lock.lock();
    try {
      boolean sane = queue.isEmpty() || queue.get().acknowledged(frames, now());
      changed.signalAll();
      return sane;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until a frame may go, a little while at most, and takes it.
  public Optional<Outgoing> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long leftNanos = LOOK_AGAIN.toNanos();
      Optional<Parcel> next = poll();
      while (next.isEmpty() && leftNanos > 0) {
        leftNanos = changed.awaitNanos(leftNanos);
        next = poll();
      }
      return next.map(parcel -> new Outgoing(parcel.camera(), parcel.frame()));
    } finally {
      lock.unlock();
    }
  }

  /// How many frames were dropped since the start because the line was slow.
  public long framesDropped() {
    lock.lock();
    try {
      return framesDropped + queue.map(SendQueue::framesDropped).orElse(0L);
    } finally {
      lock.unlock();
    }
  }

  /// How many groups of pictures were left out, in whole or from some frame on.
  public long groupsSkipped() {
    lock.lock();
    try {
      return groupsSkipped + queue.map(SendQueue::groupsSkipped).orElse(0L);
    } finally {
      lock.unlock();
    }
  }

  private Optional<Parcel> poll() {
    return queue.flatMap(open -> open.next(now()));
  }

  private void within(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static Duration now() {
    return Duration.ofNanos(System.nanoTime());
  }
}
