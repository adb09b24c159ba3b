package io.mashrabiya.media.rtp;

/// Takes each packet's payload for one frame of sound: Opus (RFC 7587, section 4.2) and the codecs
/// of single samples such as G.711 (RFC 3551, section 4.5). Nothing is waited for, and what is lost
/// is lost alone. Owned by one thread.
public final class WholePacketDepacketizer implements Depacketizer {
  private final AccessUnitSink sink;

  public WholePacketDepacketizer(AccessUnitSink sink) {
    this.sink = sink;
  }

  /// A payload of no bytes is silence, and skipped.
  @Override
  public void accept(RtpPacket packet, long now) {
    if (packet.payloadLength() > 0) {
      byte[] frame = new byte[packet.payloadLength()];
      packet.copyPayload(0, frame.length, frame, 0);
      sink.accept(frame, true, packet.timestamp(), now);
    }
  }

  @Override
  public void lost() {
    // Every frame stands alone.
  }
}
