package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.rtp.Rtcp;
import io.mashrabiya.media.rtp.StreamCounters;
import io.mashrabiya.media.rtp.StreamEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/// Watches whether the pictures of a session come: asks for a key frame where one is missed, and
/// says when patience is at its end. Owned by the thread that plays the camera.
final class PictureWatch {
  private final StreamLane lane;
  private final StreamLane.Back back;
  private final StreamCounters counters;
  private final long silenceMicros;
  private final long frameMicros;
  private final KeyFrameRequests keyFrames;
  private long lastPacketMicros;
  private long lastFrameMicros;
  private long unusableBefore;
  private int requests;

  /// @param lane the stream of pictures
  /// @param back the way for RTCP to its sender
  /// @param counters those of the pictures
  PictureWatch(
      StreamLane lane,
      StreamLane.Back back,
      StreamCounters counters,
      RtspSettings settings,
      long now) {
    this.lane = lane;
    this.back = back;
    this.counters = counters;
    this.silenceMicros = CaptureClock.micros(settings.silence());
    this.frameMicros = CaptureClock.micros(settings.frame());
    this.keyFrames = new KeyFrameRequests(now);
    answered(now);
  }

  /// The camera agreed to play: what is waited for, is waited for from now.
  void answered(long now) {
    packet(now);
    handedOn(now);
  }

  /// A packet of pictures came.
  void packet(long now) {
    lastPacketMicros = now;
  }

  /// A whole picture came.
  void picture(boolean key, long now) {
    packet(now);
    handedOn(now);
    keyFrames.picture(key, now);
  }

  private void handedOn(long now) {
    lastFrameMicros = now;
    unusableBefore = counters.of(StreamEvent.FRAME_BEFORE_KEY);
  }

  /// How the session ends, where what should have come did not.
  Optional<RtspOutcome> stalled(long now) {
    if (now - lastPacketMicros >= silenceMicros) {
      return Optional.of(new RtspOutcome.Silent(say("pictures")));
    }
    if (now - lastFrameMicros < frameMicros) {
      return Optional.empty();
    }
    boolean keyMissed = counters.of(StreamEvent.FRAME_BEFORE_KEY) > unusableBefore;
    return Optional.of(
        keyMissed ? new RtspOutcome.NoKeyFrame() : new RtspOutcome.Silent(say("whole pictures")));
  }

  /// When to look again at the latest.
  long dueMicros() {
    long stalled = Math.min(lastPacketMicros + silenceMicros, lastFrameMicros + frameMicros);
    return Math.min(stalled, requestDueMicros());
  }

  /// Asks the camera for a key frame, if that is due.
  void ask(long now) throws IOException, PlayEnded {
    if (now < requestDueMicros()) {
      return;
    }
    OptionalInt sender = lane.receiver().source();
    KeyFrameRequests.Way way = keyFrames.ask(now);
    if (sender.isPresent() && back.send(request(way, sender.getAsInt()))) {
      counters.count(StreamEvent.KEY_FRAME_REQUESTED);
    }
  }

  /// Every JPEG is a key frame.
  private long requestDueMicros() {
    return lane.receiver().stream().track().format() == PictureFormat.JPEG
        ? Long.MAX_VALUE
        : keyFrames.dueMicros();
  }

  private IntFunction<ByteBuffer> request(KeyFrameRequests.Way way, int sender) {
    return switch (way) {
      case PICTURE_LOSS -> source -> Rtcp.pictureLoss(source, sender);
      case FULL_INTRA -> {
        int request = requests++;
        yield source -> Rtcp.fullIntraRequest(source, sender, request);
      }
    };
  }
}
