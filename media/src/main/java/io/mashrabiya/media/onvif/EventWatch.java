package io.mashrabiya.media.onvif;

import io.mashrabiya.media.onvif.events.OnvifEvent;
import io.mashrabiya.media.onvif.events.PullPoint;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Follows one camera's events until something ends it. Whoever wants to go on begins a new one
/// where [OnvifFailure#worthRetrying] says so.
///
/// [#watch] blocks and is called once, from one thread, in which events are handed on; [#close] may
/// be called from any.
public final class EventWatch implements AutoCloseable {
  private static final Duration PROPER_WAIT = Duration.ofSeconds(1);

  /// The rest after a pull that was answered at once, with events and with none.
  static final Duration REST_AFTER_EVENTS = Duration.ofMillis(200);

  private static final Duration REST_AFTER_NONE = Duration.ofSeconds(1);

  private final OnvifClient client;
  private final InstantSource clock;
  private final CountDownLatch closed = new CountDownLatch(1);

  /// @param client is closed with this
  public EventWatch(OnvifClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /// Subscribes and hands on what comes.
  ///
  /// @return why it ended; after [#close] the subscription is ended too, as far as the camera
  ///   listens
  public OnvifFailure watch(Consumer<OnvifEvent> sink) {
    try (client) {
      Answer<PullPoint> opened = client.connect().then(OnvifClient.Connected::events);
      return switch (opened) {
        case Answer.Failed<PullPoint>(OnvifFailure why) -> why;
        case Answer.Given<PullPoint>(PullPoint point) -> pull(point, sink);
      };
    }
  }

  /// Ends it: [#watch] returns as soon as it has said goodbye to the camera.
  @Override
  public void close() {
    client.pause(); // first: whoever is woken up by the next line says goodbye to the camera
    closed.countDown();
  }

  private OnvifFailure pull(PullPoint point, Consumer<OnvifEvent> sink) {
    OnvifFailure why = pullUntilItEnds(point, sink);
    if (why instanceof OnvifFailure.Stopped) { // else the camera has ended it, or is not there
      client.resume();
      point.unsubscribe();
    }
    return why;
  }

  private OnvifFailure pullUntilItEnds(PullPoint point, Consumer<OnvifEvent> sink) {
    while (closed.getCount() > 0) {
      Instant asked = clock.instant();
      switch (point.pull()) {
        case Answer.Failed<List<OnvifEvent>>(OnvifFailure why) -> {
          return why;
        }
        case Answer.Given<List<OnvifEvent>>(List<OnvifEvent> events) -> {
          events.forEach(sink);
          boolean held = Duration.between(asked, clock.instant()).compareTo(PROPER_WAIT) >= 0;
          if (!held && !rested(events.isEmpty() ? REST_AFTER_NONE : REST_AFTER_EVENTS)) {
            return new OnvifFailure.Stopped();
          }
        }
      }
    }
    return new OnvifFailure.Stopped();
  }

  /// Leniency: some cameras answer at once that there is nothing, or how things stand once more,
  /// which would keep both sides busy.
  private boolean rested(Duration rest) {
    try {
      return !closed.await(rest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
