package io.mashrabiya.media.rtp;

import io.mashrabiya.media.Frame;

/// Sends each frame of sound as one packet: Opus (RFC 7587) and G.711 (RFC 3551). A frame that does
/// not fit is left out: neither codec makes such, and neither may be cut.
///
/// Owned by one thread.
public final class WholePacketPacketizer implements Packetizer {
  private final RtpPacketWriter writer;

  public WholePacketPacketizer(RtpPacketWriter writer) {
    this.writer = writer;
  }

  @Override
  public void accept(Frame frame) {
    if (frame.sizeBytes() <= writer.mostPayloadBytes()) {
      writer.begin(frame.captureTimeMicros(), false).put(frame.payload());
      writer.send();
    }
  }
}
