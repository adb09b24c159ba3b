package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.rtp.RtpReceiver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;

/// One stream of a session, however its packets come. Owned by the thread that plays the camera.
record StreamLane(RtpReceiver receiver) {
  /// The way back to the camera, for RTCP of one stream.
  interface Back {
    /// Sends a compound packet; says whether there is a way at all.
    ///
    /// @param compound makes it for the one source that this side has in all of the session
    boolean send(IntFunction<ByteBuffer> compound) throws IOException, PlayEnded;
  }

  /// What became of a packet, as far as the session's patience goes: sound alone is no sign that
  /// pictures come.
  enum Taken {
    NOTHING,
    PICTURE_PACKET,
    PICTURE,
    KEY_PICTURE,
    GOODBYE
  }

  /// Takes a packet of RTP.
  Taken media(ByteBuffer packet) {
    RtpReceiver.Brought brought = receiver.accept(packet);
    if (isSound()) {
      return Taken.NOTHING;
    }
    return switch (brought) {
      case NOTHING -> Taken.NOTHING;
      case PACKET -> Taken.PICTURE_PACKET;
      case FRAME -> Taken.PICTURE;
      case KEY_FRAME -> Taken.KEY_PICTURE;
    };
  }

  /// Takes a packet of RTCP.
  Taken control(ByteBuffer packet) {
    boolean goodbye = receiver.control(packet);
    return goodbye && !isSound() ? Taken.GOODBYE : Taken.NOTHING;
  }

  /// Whether a packet is of the payload type that was announced.
  boolean announced(ByteBuffer packet) {
    return packet.remaining() > 1
        && (packet.get(packet.position() + 1) & 0x7f) == receiver.stream().payloadType();
  }

  private boolean isSound() {
    return receiver.stream().track().isSound();
  }
}
