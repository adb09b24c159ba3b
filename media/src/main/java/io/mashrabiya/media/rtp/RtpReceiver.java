package io.mashrabiya.media.rtp;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/// The way of one track from RTP packets to frames: packet, order, depacketizer, clock, sink.
///
/// Malformed packets are counted and dropped, and disturb nothing else. Owned by the thread that
/// reads the camera, on which the sink is called as well; only the counters may be looked at from
/// elsewhere.
public final class RtpReceiver {
  /// What became of a packet.
  public enum Brought {
    /// It was none of this track.
    NOTHING,
    /// It was one of this track, so that the camera is known to be alive.
    PACKET,
    /// With it a whole frame was handed on.
    FRAME,
    /// With it a whole frame was handed on at which decoding can begin.
    KEY_FRAME
  }

  private final RtpStream stream;
  private final CaptureClock clock;
  private final StreamCounters counters;
  private final LipSync lipSync;
  private final FrameSink sink;

  private final RtpPacket packet = new RtpPacket();
  private final RtpOrder order = new RtpOrder();
  private final RtpClock captureTimes;
  private final Depacketizer depacketizer;
  private Brought brought = Brought.NOTHING;
  private int lastTimestamp;

  /// Of a stream that has no other beside it.
  public RtpReceiver(
      RtpStream stream, CaptureClock clock, StreamCounters counters, FrameSink sink) {
    this(stream, clock, counters, new LipSync(), sink);
  }

  /// @param lipSync is shared by the streams of one session
  public RtpReceiver(
      RtpStream stream,
      CaptureClock clock,
      StreamCounters counters,
      LipSync lipSync,
      FrameSink sink) {
    this.stream = stream;
    this.lipSync = lipSync;
    this.clock = clock;
    this.counters = counters;
    this.sink = sink;
    this.captureTimes = new RtpClock(stream.clockRateHz());
    this.depacketizer = stream.depacketizer().make(counters, this::frame);
  }

  /// What it takes.
  public RtpStream stream() {
    return stream;
  }

  /// The source of its packets, by which RTCP names them; empty before the first.
  public OptionalInt source() {
    return order.source();
  }

  /// Takes one packet: the bytes between position and limit, which are not kept.
  public Brought accept(ByteBuffer bytes) {
    if (packet.read(bytes) != RtpPacket.Reading.WELL_FORMED) {
      counters.count(StreamEvent.PACKET_MALFORMED);
      return Brought.NOTHING;
    }
    if (packet.payloadType() != stream.payloadType()) {
      counters.count(StreamEvent.PACKET_FOREIGN);
      return Brought.NOTHING;
    }
    counters.count(StreamEvent.PACKET);
    brought = Brought.PACKET;
    inOrder();
    return brought;
  }

  private void inOrder() {
    switch (order.judge(packet)) {
      case FIRST, NEXT -> depacketizer.accept(packet, clock.nowMicros());
      case AFTER_LOSS -> {
        counters.count(StreamEvent.PACKET_LOST, order.missing());
        depacketizer.lost();
        depacketizer.accept(packet, clock.nowMicros());
      }
      case RESTARTED -> {
        counters.count(StreamEvent.SENDER_RESTARTED);
        depacketizer.lost();
        depacketizer.accept(packet, clock.nowMicros());
      }
      case DUPLICATE -> counters.count(StreamEvent.PACKET_DUPLICATE);
      case LATE -> counters.count(StreamEvent.PACKET_LATE);
    }
  }

  private void frame(byte[] accessUnit, boolean key, int timestamp, long arrivalMicros) {
    long jumpsBefore = captureTimes.jumps();
    long captureMicros = captureTimes.captureMicros(timestamp, arrivalMicros);
    counters.count(StreamEvent.CLOCK_JUMPED, captureTimes.jumps() - jumpsBefore);
    counters.count(StreamEvent.FRAME);
    if (key) {
      counters.count(StreamEvent.KEY_FRAME);
    }
    brought = key || brought == Brought.KEY_FRAME ? Brought.KEY_FRAME : Brought.FRAME;
    long synchronous = inStep(timestamp, captureMicros);
    sink.accept(new Frame(stream.track(), synchronous, key, accessUnit));
  }

  private long inStep(int timestamp, long captureMicros) {
    if (!stream.track().isSound()) {
      lipSync.pictured(timestamp, stream.clockRateHz(), captureMicros);
      return captureMicros;
    }
    int lasts = timestamp - lastTimestamp; // as long as the frame before it
    boolean sane = lasts > 0 && lasts < stream.clockRateHz();
    lastTimestamp = timestamp;
    return lipSync.heard(timestamp + (sane ? lasts : 0), stream.clockRateHz(), captureMicros);
  }

  /// Takes a packet of RTCP: the bytes between position and limit.
  ///
  /// @return whether the sender says goodbye
  public boolean control(ByteBuffer compound) {
    Rtcp.senderTime(compound)
        .ifPresent(time ->
            lipSync.reported(stream.track().isSound(), time.senderMicros(), time.timestamp()));
    return Rtcp.saysGoodbye(compound);
  }
}
