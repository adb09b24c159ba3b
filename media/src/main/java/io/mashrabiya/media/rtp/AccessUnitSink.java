package io.mashrabiya.media.rtp;

/// Takes the access units that a depacketizer puts together.
@FunctionalInterface
public interface AccessUnitSink {
  /// Takes one.
  ///
  /// @param accessUnit one frame in the form that its track's format says; given away
  /// @param key whether decoding can begin here; so it is with all sound
  /// @param timestamp its RTP timestamp, 32 bits, in the stream's own clock rate
  /// @param arrivalMicros when its last packet arrived, by the clock of whoever read the packets
  void accept(byte[] accessUnit, boolean key, int timestamp, long arrivalMicros);
}
