package io.mashrabiya.media.worker;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import java.util.List;

/// One stream on its way through the native door: frames go in here, and come out at the sink that
/// it was opened with, at most one for each.
///
/// Frames that come faster than they can be worked on are left out up to the next key frame, and
/// counted. The same happens while a worker is started anew.
public interface Conversion extends FrameSink, AutoCloseable {
  /// Begins in the middle of a group, and returns at once: what it consists of by now is decoded,
  /// and the newest that is due by then alone comes out. There is room for all of it, and until it
  /// is decoded what follows is not left out either, but decoded only, the oldest first.
  ///
  /// @param group from its key frame on; nothing begins with an empty one
  void join(List<Frame> group);

  /// Takes the next frame, and returns at once.
  @Override
  void accept(Frame frame);

  /// Ends it; a frame that is being worked on does not come out any more.
  @Override
  void close();
}
