package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.gop.NewestGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One stream of a server: takes frames, keeps the newest group of pictures, and gives each frame
/// to whoever plays.
///
/// A client that begins to play gets the newest group of pictures first, so that it has one at
/// once. [#accept] never waits for a client. Frames come from one thread at a time; clients come
/// and go on theirs, under this object's lock.
public final class Mount implements FrameSink {
  private static final int MOST_GROUP_FRAMES = 1000;
  private static final long MOST_GROUP_BYTES = 32L * 1024 * 1024;

  private final List<Track> tracks;
  private final NewestGroup newest = new NewestGroup(MOST_GROUP_FRAMES, MOST_GROUP_BYTES);
  private final List<FrameQueue> players = new ArrayList<>();

  Mount(List<Track> tracks) {
    this.tracks = List.copyOf(tracks);
  }

  /// What it shows, and what one hears.
  List<Track> tracks() {
    return tracks;
  }

  @Override
  public synchronized void accept(Frame frame) {
    if (!frame.track().isSound()) {
      newest.accept(frame);
    }
    for (FrameQueue player : players) {
      player.offer(frame);
    }
  }

  /// How many clients play it now.
  public synchronized int playerCount() {
    return players.size();
  }

  /// The newest key frame there is, which carries the stream's parameter sets.
  Optional<Frame> keyFrame() {
    return newest.keyFrame();
  }

  /// Begins to give frames to a client: the newest group, then all that follows, without a hole
  /// between.
  synchronized void join(FrameQueue player) {
    newest.frames().forEach(player::offer);
    players.add(player);
  }

  synchronized void leave(FrameQueue player) {
    players.remove(player);
  }
}
