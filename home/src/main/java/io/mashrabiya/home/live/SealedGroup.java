package io.mashrabiya.home.live;

import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The newest group of pictures of one camera, as it was sealed: sent again, it is the same bytes.
/// Bounded as the group of plain frames is. Not thread-safe.
final class SealedGroup {
  private final List<SealedFrame> frames = new ArrayList<>();
  private final int mostFrames;
  private final long mostBytes;
  private long bytes;

  SealedGroup(int mostFrames, long mostBytes) {
    this.mostFrames = mostFrames;
    this.mostBytes = mostBytes;
  }

  /// A group that outgrows its bounds is given up: nobody joins before the next key frame.
  void add(SealedFrame frame) {
    if (frame.kind() == Kind.KEY) {
      clear();
    } else if (frames.isEmpty()) {
      return;
    }
    if (frames.size() == mostFrames || bytes + frame.envelope().length > mostBytes) {
      clear();
      return;
    }
    frames.add(frame);
    bytes += frame.envelope().length;
  }

  /// From its key frame to now; empty while there is none to join.
  List<SealedFrame> frames() {
    return List.copyOf(frames);
  }

  int size() {
    return frames.size();
  }

  /// The key frame's number.
  OptionalLong first() {
    return frames.isEmpty() ? OptionalLong.empty() : OptionalLong.of(frames.getFirst().number());
  }

  void clear() {
    frames.clear();
    bytes = 0;
  }
}
