package io.mashrabiya.media.feed;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.FrameSink;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// Plays a feed at its pace, on the calling thread.
///
/// @param clock paces and stamps the frames
/// @param closed whether to end; whoever makes it true unparks the thread that plays
public record FeedPlayer(CaptureClock clock, BooleanSupplier closed) {
  /// Hands on frame after frame until it is closed.
  ///
  /// @param leftOut is told how many pictures were left out because the machine was too slow
  /// @throws IOException if the feed ends
  public void play(Feed feed, FrameSink sink, LongConsumer leftOut) throws IOException {
    Pace pace = new Pace(feed.patience());
    long startMicros = clock.nowMicros();
    while (!closed.getAsBoolean()) {
      Duration elapsed = Duration.ofNanos((clock.nowMicros() - startMicros) * 1_000);
      switch (pace.next(feed.due(), elapsed)) {
        case Pace.Step.Wait(Duration rest) -> LockSupport.parkNanos(rest.toNanos());
        case Pace.Step.Skip(Duration now) -> leftOut.accept(feed.skipTo(now));
        case Pace.Step.Show() -> sink.accept(feed.take(startMicros));
      }
    }
  }
}
