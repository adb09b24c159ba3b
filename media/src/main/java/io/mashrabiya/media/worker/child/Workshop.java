package io.mashrabiya.media.worker.child;

import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.TranscodeSettings;
import io.mashrabiya.media.ffmpeg.StillMaker;
import io.mashrabiya.media.ffmpeg.Transcoder;
import io.mashrabiya.media.worker.message.Answer;
import io.mashrabiya.media.worker.message.Answer.Reason;
import io.mashrabiya.media.worker.message.Order;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Does what a worker is ordered, in the thread that calls, and answers whatever comes of it. Its
/// sessions end with its process.
final class Workshop {
  private final Map<Integer, Transcoder> sessions = new HashMap<>();

  Answer work(Order order) {
    try {
      return switch (order) {
        case Order.MakeStill(int request, StillRequest still) -> still(request, still);
        case Order.OpenTranscode(int request, int session, TranscodeSettings settings) ->
            open(request, session, settings);
        case Order.Feed feed -> feed(feed);
        case Order.CloseSession(int request, int session) -> close(request, session);
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

  private Answer open(int request, int session, TranscodeSettings settings) {
    if (sessions.containsKey(session)) {
      return new Answer.NotDone(request, Reason.NO_SESSION);
    }
    sessions.put(session, Transcoder.open(settings));
    return new Answer.Done(request);
  }

  private Answer feed(Order.Feed feed) {
    Transcoder transcoder = sessions.get(feed.session());
    if (transcoder == null) {
      return new Answer.NotDone(feed.request(), Reason.NO_SESSION);
    }
    return transcoder
        .transcode(feed.accessUnit(), feed.key(), feed.captureTimeMicros())
        .<Answer>map(output ->
            new Answer.Encoded(
                feed.request(), output.captureTimeMicros(), output.key(), output.accessUnit()))
        .orElseGet(() -> new Answer.Done(feed.request()));
  }

  private Answer close(int request, int session) {
    Transcoder transcoder = sessions.remove(session);
    if (transcoder == null) {
      return new Answer.NotDone(request, Reason.NO_SESSION);
    }
    transcoder.close();
    return new Answer.Done(request);
  }
}
