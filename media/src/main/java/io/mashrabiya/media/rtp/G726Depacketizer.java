package io.mashrabiya.media.rtp;

import io.mashrabiya.media.g711.G711;
import io.mashrabiya.media.g726.G726Decoder;
import io.mashrabiya.media.g726.G726Rate;

/// Takes G.726 out of its packets (RFC 3551, section 4.5.4) and hands it on as G.711 mu-law, which
/// every viewer plays. Owned by one thread.
public final class G726Depacketizer implements Depacketizer {
  private final G726Rate rate;
  private final boolean highestFirst;
  private final AccessUnitSink sink;
  private final G726Decoder decoder;

  /// @param highestFirst whether the first sample lies in the highest bits of a byte, as with
  ///   AAL2's names, and not in the lowest
  public G726Depacketizer(G726Rate rate, boolean highestFirst, AccessUnitSink sink) {
    this.rate = rate;
    this.highestFirst = highestFirst;
    this.sink = sink;
    this.decoder = new G726Decoder(rate);
  }

  @Override
  public void accept(RtpPacket packet, long now) {
    byte[] samples = new byte[packet.payloadLength() * 8 / rate.bits()];
    int bit = 0;
    for (int i = 0; i < samples.length; i++) {
      int code = 0;
      for (int j = 0; j < rate.bits(); j++, bit++) {
        int octet = packet.payloadByte(bit / 8);
        code |=
            highestFirst
                ? ((octet >> (7 - bit % 8)) & 1) << (rate.bits() - 1 - j)
                : ((octet >> (bit % 8)) & 1) << j;
      }
      samples[i] = G711.mu(decoder.decode(code));
    }
    if (samples.length > 0) {
      sink.accept(samples, true, packet.timestamp(), now);
    }
  }

  /// The decoder finds its way back by itself.
  @Override
  public void lost() {
    // Nothing is put together here.
  }
}
