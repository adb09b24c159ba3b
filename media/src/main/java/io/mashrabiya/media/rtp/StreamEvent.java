package io.mashrabiya.media.rtp;

/// What happens while a stream is read, as it is counted in [StreamCounters]. All but the first
/// four are faults.
public enum StreamEvent {
  /// An RTP packet of the track arrived.
  PACKET,
  /// A frame was handed on.
  FRAME,
  /// A key frame was handed on; it counts as a frame too.
  KEY_FRAME,
  /// A camera that gives one picture for each question answered one. What it gave before is no
  /// frame again, nor is what is no picture.
  SNAPSHOT,
  /// An RTP packet is missing.
  PACKET_LOST,
  /// A packet with the number of the one before; dropped.
  PACKET_DUPLICATE,
  /// A packet whose place had gone by; dropped.
  PACKET_LATE,
  /// Bytes on the track's channel that are no RTP packet; dropped.
  PACKET_MALFORMED,
  /// A packet with a payload type that was not announced; dropped.
  PACKET_FOREIGN,
  /// The sender began a new numbering or another source.
  SENDER_RESTARTED,
  /// The sender's timestamps jumped, stood still or ran backwards.
  CLOCK_JUMPED,
  /// A payload that is not what its format says (RFC 6184 and others); its frame is dropped. What
  /// follows in a picture that is already damaged is not counted.
  PAYLOAD_MALFORMED,
  /// A packetization that is not implemented (STAP-B, MTAP, FU-B; PACI; interleaved AAC; JPEG in
  /// fields); its frame is dropped.
  PAYLOAD_UNSUPPORTED,
  /// A parameter set that was not taken: unreadable or beyond the bounds.
  PARAMETER_SET_REFUSED,
  /// A frame with something missing or malformed in it; dropped, and all after it up to the next
  /// key frame.
  FRAME_DAMAGED,
  /// A frame larger than the bound; dropped like a damaged one.
  FRAME_OVERSIZE,
  /// A frame that depends on one that is not there; dropped.
  FRAME_BEFORE_KEY,
  /// A picture that leads the key frame at which this stream began, and depends on pictures before
  /// that (RASL in H.265); dropped, and nothing else with it.
  FRAME_LEADING_SKIPPED,
  /// A key frame whose parameter sets never came; dropped.
  FRAME_WITHOUT_PARAMETERS,
  /// No key frame had come for long, and the camera was asked for one.
  KEY_FRAME_REQUESTED,
  /// One picture came as several, each of them marked as the last packet; the mark is not trusted
  /// from then on.
  MARKER_MISTRUSTED
}
