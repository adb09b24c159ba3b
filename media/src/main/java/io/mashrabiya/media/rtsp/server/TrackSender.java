package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.rtp.Packetizer;
import io.mashrabiya.media.rtp.Rtcp;
import io.mashrabiya.media.rtp.RtpPacketWriter;
import io.mashrabiya.media.rtsp.message.TransportHeader.Channels;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Makes the packets of one track for one client, with a sender report now and then. Owned by the
/// client's player.
final class TrackSender {
  private static final long REPORT_EVERY_MICROS = Duration.ofSeconds(5).toNanos() / 1_000;

  private final Channels channels;
  private final CaptureClock clock;
  private final RtpPacketWriter writer;
  private final Packetizer packetizer;
  private ClientOutput.Batch batch = new ClientOutput.Batch();
  private long reportDueMicros;

  /// @param source the SSRC of what it sends
  TrackSender(Track track, Channels channels, CaptureClock clock, int source, int mostPacketBytes) {
    this.channels = channels;
    this.clock = clock;
    RtpMapping mapping = RtpMapping.of(track);
    this.writer =
        new RtpPacketWriter(
            mapping.payloadType(),
            mapping.clockRateHz(),
            source,
            source >>> 16,
            mostPacketBytes,
            this::add);
    this.packetizer = mapping.packetizer().apply(writer);
  }

  /// Adds the frame's packets to what goes out together.
  void send(Frame frame, ClientOutput.Batch out) {
    batch = out;
    packetizer.accept(frame);
    long now = clock.nowMicros();
    if (now >= reportDueMicros) {
      reportDueMicros = now + REPORT_EVERY_MICROS;
      batch.add(channels.control(), report(now));
    }
  }

  private void add(ByteBuffer packet) {
    batch.add(channels.media(), packet);
  }

  private ByteBuffer report(long now) {
    return Rtcp.senderReport(
        writer.source(),
        Instant.EPOCH.plus(now, ChronoUnit.MICROS),
        writer.timestamp(now),
        writer.packets(),
        writer.payloadBytes());
  }
}
