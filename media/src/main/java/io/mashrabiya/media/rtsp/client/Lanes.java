package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.rtp.Rtcp;
import io.mashrabiya.media.rtp.RtpReceiver;
import io.mashrabiya.media.rtsp.message.RtspIncoming;
import io.mashrabiya.media.rtsp.message.TransportHeader.Channels;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The streams of one interleaved connection, by their channels. Owned by the thread that plays the
/// camera.
final class Lanes {
  private static final int NONE = -1;

  private final List<Lane> lanes = new ArrayList<>();

  private record Lane(Channels channels, RtpReceiver receiver) {
    boolean isSound() {
      return receiver.stream().track().isSound();
    }

    /// By its payload type, where two streams came on one channel.
    boolean announced(ByteBuffer packet) {
      return packet.remaining() > 1
          && (packet.get(packet.position() + 1) & 0x7f) == receiver.stream().payloadType();
    }
  }

  /// What became of a packet, as far as the session's patience goes: sound alone is no sign that
  /// pictures come.
  enum Taken {
    NOTHING,
    PICTURE_PACKET,
    PICTURE,
    GOODBYE
  }

  /// The channels to ask for next: each stream has two.
  Channels next() {
    return new Channels(2 * lanes.size(), 2 * lanes.size() + 1);
  }

  void add(Channels channels, RtpReceiver receiver) {
    lanes.add(new Lane(channels, receiver));
  }

  Taken take(RtspIncoming.Interleaved packet) {
    int media = mediaLane(packet);
    return media == NONE ? control(packet) : take(lanes.get(media), packet.bytes());
  }

  private int mediaLane(RtspIncoming.Interleaved packet) {
    int found = NONE;
    for (int i = 0; i < lanes.size(); i++) {
      Lane lane = lanes.get(i);
      if (packet.channel() == lane.channels().media()
          && (found == NONE || lane.announced(packet.bytes()))) {
        found = i;
      }
    }
    return found;
  }

  private Taken control(RtspIncoming.Interleaved packet) {
    for (Lane lane : lanes) {
      if (packet.channel() == lane.channels().control()) {
        return !lane.isSound() && Rtcp.saysGoodbye(packet.bytes()) ? Taken.GOODBYE : Taken.NOTHING;
      }
    }
    return Taken.NOTHING;
  }

  private static Taken take(Lane lane, ByteBuffer packet) {
    RtpReceiver.Brought brought = lane.receiver().accept(packet);
    if (lane.isSound()) {
      return Taken.NOTHING;
    }
    return switch (brought) {
      case NOTHING -> Taken.NOTHING;
      case PACKET -> Taken.PICTURE_PACKET;
      case FRAME -> Taken.PICTURE;
    };
  }
}
