package io.mashrabiya.media.gop;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps the newest group of pictures of one track: the newest key frame and all that came after
/// it.
///
/// Guarantee: [#frames()] can be decoded from its first frame to its last; it is a whole group up
/// to now, or nothing. The group is bounded in bytes and in frames: one that grows beyond (a camera
/// with key frames far apart) is given up, and nothing can be joined before the next key frame; the
/// key frame itself stays, for stills.
///
/// Any thread may look; frames come from one thread at a time.
public final class NewestGroup implements FrameSink {
  private final int mostFrames;
  private final long mostBytes;

  private final List<Frame> group = new ArrayList<>();
  private long bytes;
  private long groupsGivenUp;
  private Optional<Frame> keyFrame = Optional.empty();

  public NewestGroup(int mostFrames, long mostBytes) {
    if (mostFrames < 1 || mostBytes < 1) {
      throw new IllegalArgumentException("a group has room for at least one frame");
    }
    this.mostFrames = mostFrames;
    this.mostBytes = mostBytes;
  }

  @Override
  public synchronized void accept(Frame frame) {
    if (frame.key()) {
      forget();
      keyFrame = Optional.of(frame);
    } else if (group.isEmpty()) {
      return;
    }
    if (group.size() == mostFrames || frame.sizeBytes() > mostBytes - bytes) {
      groupsGivenUp++;
      forget();
      return;
    }
    group.add(frame);
    bytes += frame.sizeBytes();
  }

  /// The group up to now, its key frame first; empty while there is none to join.
  public synchronized List<Frame> frames() {
    return List.copyOf(group);
  }

  /// The newest key frame, also of a group that was given up.
  public synchronized Optional<Frame> keyFrame() {
    return keyFrame;
  }

  /// How many groups grew beyond the bounds.
  public synchronized long groupsGivenUp() {
    return groupsGivenUp;
  }

  /// Forgets everything, as after a source has ended.
  public synchronized void clear() {
    forget();
    keyFrame = Optional.empty();
  }

  private void forget() {
    group.clear();
    bytes = 0;
  }
}
