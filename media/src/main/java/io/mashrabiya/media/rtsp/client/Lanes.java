package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.rtsp.client.StreamLane.Taken;
import io.mashrabiya.media.rtsp.message.RtspIncoming;
import io.mashrabiya.media.rtsp.message.TransportHeader.Channels;
import java.util.ArrayList;
import java.util.List;

/// The streams of one interleaved connection, by their channels. Owned by the thread that plays the
/// camera.
final class Lanes {
  private static final int NONE = -1;

  private final List<Numbered> lanes = new ArrayList<>();

  private record Numbered(Channels channels, StreamLane lane) {}

  /// The channels to ask for next: each stream has two.
  Channels next() {
    return new Channels(2 * lanes.size(), 2 * lanes.size() + 1);
  }

  void add(Channels channels, StreamLane lane) {
    lanes.add(new Numbered(channels, lane));
  }

  /// Two streams on one channel are told apart by their payload types.
  Taken take(RtspIncoming.Interleaved packet) {
    int found = NONE;
    for (int i = 0; i < lanes.size(); i++) {
      Numbered candidate = lanes.get(i);
      if (packet.channel() == candidate.channels().media()
          && (found == NONE || candidate.lane().announced(packet.bytes()))) {
        found = i;
      }
    }
    return found == NONE ? control(packet) : lanes.get(found).lane().media(packet.bytes());
  }

  private Taken control(RtspIncoming.Interleaved packet) {
    for (Numbered candidate : lanes) {
      if (packet.channel() == candidate.channels().control()) {
        return candidate.lane().control(packet.bytes());
      }
    }
    return Taken.NOTHING;
  }
}
