package io.mashrabiya.media.ffmpeg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/// Decoded pictures that wait to be taken one by one, the first that is due first. Their memory is
/// used again and freed with the scope.
final class PicturesDue {
  /// No decoder holds more back (H.265, A.4.2: 16 pictures). Of more, the newest stay.
  static final int MOST = 17;

  private final NativeScope scope;
  private final Deque<AVFrame> waiting = new ArrayDeque<>();
  private final Deque<AVFrame> unused = new ArrayDeque<>();
  private Optional<AVFrame> taken = Optional.empty();

  PicturesDue(NativeScope scope) {
    this.scope = scope;
  }

  /// Where the next picture may be put; it waits once it is added.
  AVFrame room() {
    if (unused.isEmpty()) {
      unused.push(waiting.size() < MOST ? Frames.empty(scope) : waiting.removeFirst());
    }
    return unused.getFirst();
  }

  /// What was put there waits from now on.
  void add() {
    waiting.addLast(unused.pop());
  }

  /// The picture whose turn it is; it lives until the next call.
  Optional<AVFrame> next() {
    taken.ifPresent(shown -> {
      avutil.av_frame_unref(shown);
      unused.push(shown);
    });
    taken = Optional.ofNullable(waiting.pollFirst());
    return taken;
  }
}
