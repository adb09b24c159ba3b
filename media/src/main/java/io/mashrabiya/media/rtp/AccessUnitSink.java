package io.mashrabiya.media.rtp;

/// Takes the access units that a depacketizer puts together.
@FunctionalInterface
public interface AccessUnitSink {
  /// Takes one.
  ///
  /// @param annexB the access unit in Annex B, parameter sets first when it is a key frame; given
  ///   away
  /// @param key whether it is an IDR picture
  /// @param timestamp90k its RTP timestamp, 32 bits
  /// @param arrivalMicros when its last packet arrived, by the clock of whoever read the packets
  void accept(byte[] annexB, boolean key, int timestamp90k, long arrivalMicros);
}
