package io.mashrabiya.media.onvif.virtual;

import io.mashrabiya.media.onvif.xml.XmlElement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A pull point of the virtual device: what waits to be fetched, and until when it lives. Safe for
/// threads.
final class VirtualSubscription {
  private static final int MOST_WAITING = 256;

  private final String id;
  private final BlockingQueue<Optional<XmlElement>> waiting =
      new LinkedBlockingQueue<>(MOST_WAITING);
  private volatile Instant end;

  VirtualSubscription(String id, Instant end) {
    this.id = id;
    this.end = end;
  }

  String id() {
    return id;
  }

  Instant end() {
    return end;
  }

  void livesUntil(Instant later) {
    end = later;
  }

  /// A message; dropped where too many wait.
  void offer(XmlElement message) {
    waiting.offer(Optional.of(message));
  }

  /// Lets go of whoever pulls.
  void wake() {
    waiting.offer(Optional.empty());
  }

  /// What there is, after waiting for the first of it.
  List<XmlElement> pull(long patienceMillis, int most) throws InterruptedException {
    List<XmlElement> pulled = new ArrayList<>();
    Optional<XmlElement> next =
        Optional.ofNullable(waiting.poll(patienceMillis, TimeUnit.MILLISECONDS))
            .flatMap(message -> message);
    while (next.isPresent()) {
      pulled.add(next.get());
      next =
          pulled.size() < most
              ? Optional.ofNullable(waiting.poll()).flatMap(message -> message)
              : Optional.empty();
    }
    return pulled;
  }
}
