package io.mashrabiya.media.worker.child;

import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.TranscodeSettings;
import io.mashrabiya.media.ffmpeg.StillMaker;
import io.mashrabiya.media.ffmpeg.Transcoder;
import io.mashrabiya.media.worker.message.Answer;
import io.mashrabiya.media.worker.message.Answer.Reason;
import io.mashrabiya.media.worker.message.Order;
import java.util.Optional;

/// Does what a worker is ordered, in the thread that calls, and answers whatever comes of it. Its
/// session ends with its process.
final class Workshop {
  private Optional<Transcoder> session = Optional.empty();

  Answer work(Order order) {
    try {
      return switch (order) {
        case Order.MakeStill(int request, StillRequest still) -> still(request, still);
        case Order.OpenTranscode(int request, TranscodeSettings settings) ->
            open(request, settings);
        case Order.Feed feed -> feed(feed);
        case Order.CloseSession(int request) -> close(request);
      };
    } catch (RuntimeException e) {
      return new Answer.Fault(order.request(), e.toString());
    } catch (OutOfMemoryError e) {
      return new Answer.NotDone(order.request(), Reason.NO_MEMORY);
    }
  }

  private static Answer still(int request, StillRequest asked) {
    Optional<Still> made = StillMaker.make(asked);
    if (made.isEmpty()) {
      return new Answer.NotDone(request, Reason.DOES_NOT_DECODE);
    }
    return made.get().bytes().length > Order.MOST_PICTURE_BYTES
        ? new Answer.NotDone(request, Reason.NO_MEMORY)
        : new Answer.StillMade(request, made.get());
  }

  private Answer open(int request, TranscodeSettings settings) {
    if (session.isPresent()) {
      return new Answer.NotDone(request, Reason.NO_SESSION);
    }
    session = Optional.of(Transcoder.open(settings));
    return new Answer.Done(request);
  }

  private Answer feed(Order.Feed feed) {
    if (session.isEmpty()) {
      return new Answer.NotDone(feed.request(), Reason.NO_SESSION);
    }
    return session
        .get()
        .transcode(feed.accessUnit(), feed.key(), feed.shown(), feed.captureTimeMicros())
        .<Answer>map(output ->
            new Answer.Encoded(
                feed.request(), output.captureTimeMicros(), output.key(), output.accessUnit()))
        .orElseGet(() -> new Answer.Done(feed.request()));
  }

  private Answer close(int request) {
    if (session.isEmpty()) {
      return new Answer.NotDone(request, Reason.NO_SESSION);
    }
    Transcoder ended = session.get();
    session = Optional.empty();
    ended.close();
    return new Answer.Done(request);
  }
}
