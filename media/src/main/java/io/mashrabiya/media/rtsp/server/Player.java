package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.rtp.H264Packetizer;
import io.mashrabiya.media.rtp.Rtcp;
import io.mashrabiya.media.rtsp.message.TransportHeader.Channels;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Sends one mount's frames to one client: the loop of a virtual thread of its own. Waits for the
/// client's network, behind a bounded queue.
final class Player implements Runnable {
  private static final long REPORT_EVERY_MICROS = Duration.ofSeconds(5).toNanos() / 1_000;

  private final FrameQueue queue;
  private final ClientOutput output;
  private final Channels channels;
  private final CaptureClock clock;
  private final int source;
  private final H264Packetizer packetizer;
  private final ClientOutput.Batch batch = new ClientOutput.Batch();
  private long reportDueMicros;

  /// @param source the SSRC of what it sends
  Player(
      FrameQueue queue,
      ClientOutput output,
      Channels channels,
      CaptureClock clock,
      int source,
      int mostPacketBytes) {
    this.queue = queue;
    this.output = output;
    this.channels = channels;
    this.clock = clock;
    this.source = source;
    this.packetizer =
        new H264Packetizer(
            StreamDescription.PAYLOAD_TYPE,
            source,
            source >>> 16,
            mostPacketBytes,
            packet -> batch.add(channels.media(), packet));
  }

  @Override
  public void run() {
    try {
      Optional<Frame> frame = queue.take();
      while (frame.isPresent()) {
        send(frame.get());
        frame = queue.take();
      }
    } catch (IOException e) {
      queue.close(); // the client is gone; its reading thread notices too
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Frame frame) throws IOException {
    packetizer.accept(frame);
    long now = clock.nowMicros();
    if (now >= reportDueMicros) {
      reportDueMicros = now + REPORT_EVERY_MICROS;
      batch.add(
          channels.control(),
          Rtcp.senderReport(
              source,
              Instant.EPOCH.plus(now, ChronoUnit.MICROS),
              H264Packetizer.timestamp90k(now),
              packetizer.packets(),
              packetizer.payloadBytes()));
    }
    output.batch(batch);
  }
}
