package io.mashrabiya.media.worker;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.TranscodeSettings;
import io.mashrabiya.media.worker.FeedQueue.Waiting;
import io.mashrabiya.media.worker.KeptWorker.Work;
import io.mashrabiya.media.worker.message.Answer;
import io.mashrabiya.media.worker.message.Order;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// One stream's transcoding, by a worker of its own, one frame after the other on one virtual
/// thread.
///
/// A session lives as long as its worker: after any failure the next key frame opens another one.
final class WorkerConversion implements Conversion {
  private final Subject subject;
  private final TranscodeSettings settings;
  private final FrameSink into;
  private final KeptWorker worker;
  private final DoorCounters counters;
  private final FeedQueue queue;
  private final Consumer<WorkerConversion> farewell;
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean open; // of its thread

  /// @param farewell is told when it is closed
  WorkerConversion(
      Subject subject,
      TranscodeSettings settings,
      FrameSink into,
      KeptWorker worker,
      DoorCounters counters,
      Consumer<WorkerConversion> farewell) {
    this.subject = subject;
    this.settings = settings;
    this.into = into;
    this.worker = worker;
    this.counters = counters;
    this.queue = new FeedQueue(counters);
    this.farewell = farewell;
  }

  void start() {
    Thread.ofVirtual().name("transcode-" + subject.name()).start(this::run);
  }

  @Override
  public void join(List<Frame> group) {
    queue.join(group);
  }

  @Override
  public void accept(Frame frame) {
    queue.offer(frame);
  }

  Optional<ProcessHandle> process() {
    return worker.process();
  }

  private void run() {
    try {
      for (Optional<Waiting> next = queue.take(); next.isPresent(); next = queue.take()) {
        if (!work(next.get().frame(), next.get().shown())) {
          lost();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether the stream goes on with the frame after this one.
  private boolean work(Frame frame, boolean shown) {
    if (frame.sizeBytes() > Order.MOST_PICTURE_BYTES || !isOpen(frame)) {
      return false;
    }
    Work work =
        worker.ask(
            subject,
            request ->
                new Order.Feed(
                    request, frame.captureTimeMicros(), frame.key(), shown, frame.payload()));
    if (work instanceof Work.Done(Answer.Encoded encoded) && closed.getCount() > 0) {
      into.accept(
          new Frame(Track.MAIN, encoded.captureTimeMicros(), encoded.key(), encoded.accessUnit()));
    }
    return work instanceof Work.Done;
  }

  private boolean isOpen(Frame frame) {
    if (!open && frame.key()) {
      open =
          worker.ask(subject, request -> new Order.OpenTranscode(request, settings))
              instanceof Work.Done;
    }
    return open;
  }

  /// Whatever it was, the worker's session is not to be relied upon.
  private void lost() {
    counters.count(DoorEvent.FRAME_DROPPED);
    if (open) {
      worker.ask(subject, Order.CloseSession::new);
    }
    open = false;
    queue.skipToKey();
  }

  @Override
  public void close() {
    closed.countDown();
    queue.close();
    worker.close();
    farewell.accept(this);
  }
}
