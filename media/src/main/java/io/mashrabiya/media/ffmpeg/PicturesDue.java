package io.mashrabiya.media.ffmpeg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/// Decoded pictures that wait to be taken one by one, the first that is due first. Of more than
/// [#MOST] the newest stay. Their memory is used again and freed with the scope.
final class PicturesDue {
  /// A decoder holds back 16 at most (H.265, A.4.2), and gives these and one more at once.
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
      unused.push(Frames.empty(scope));
    }
    return unused.getFirst();
  }

  /// What was put there waits from now on.
  void add() {
    waiting.addLast(unused.pop());
    if (waiting.size() > MOST) {
      free(waiting.removeFirst());
    }
  }

  /// The picture whose turn it is; it lives until the next call.
  Optional<AVFrame> next() {
    taken.ifPresent(this::free);
    taken = Optional.ofNullable(waiting.pollFirst());
    return taken;
  }

  /// None waits any more.
  void clear() {
    waiting.forEach(this::free);
    waiting.clear();
  }

  private void free(AVFrame picture) {
    avutil.av_frame_unref(picture);
    unused.push(picture);
  }
}
