package io.mashrabiya.media.rtp;

/// Puts the frames of one stream together from its RTP packets. Owned by one thread.
public interface Depacketizer {
  /// Takes the next packet in order.
  ///
  /// @param now when it arrived, in microseconds
  void accept(RtpPacket packet, long now);

  /// Says that packets are missing before the next one, or that the sender began again.
  void lost();

  /// Makes the depacketizer of one stream.
  @FunctionalInterface
  interface Maker {
    /// Makes one, for a stream that begins.
    ///
    /// @param counters counts what is wrong with the stream
    /// @param sink takes what is put together
    Depacketizer make(StreamCounters counters, AccessUnitSink sink);
  }
}
