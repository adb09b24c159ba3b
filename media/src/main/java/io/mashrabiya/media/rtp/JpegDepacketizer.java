package io.mashrabiya.media.rtp;

import io.mashrabiya.media.jpeg.BaselineJpeg;
import io.mashrabiya.media.jpeg.ChromaSampling;
import io.mashrabiya.media.jpeg.JpegSize;
import io.mashrabiya.media.jpeg.Marker;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Puts the pictures of a stream of JPEG together from its RTP packets (RFC 2435) and writes each
/// as a whole JFIF file: types 0 and 1, 64 and 65 with restart markers; quantization tables that
/// are computed, in the stream, or in the stream once and then known by their quality.
///
/// Guarantee: a picture is handed on whole or not at all, and what is lost or malformed costs its
/// picture and no other.
///
/// Leniencies:
/// - a picture ends at the next timestamp, or at the next one's beginning, if no marker ends it;
/// - what packets behind the first one of a picture say of type, quality and size does not count;
/// - more tables than two are left out; an end marker may be there or not.
///
/// Not implemented: fields of interlaced pictures, tables of 16 bits, Huffman tables of a camera's
/// own; those are counted and dropped. Owned by one thread; nothing is allocated for a packet that
/// is not the first of its picture.
public final class JpegDepacketizer implements Depacketizer {
  private static final int TABLE_BYTES = BaselineJpeg.TABLE_BYTES;
  private static final ByteBuffer NO_SCAN = ByteBuffer.allocate(0);

  private final Optional<JpegSize> describedSize;
  private final StreamCounters counters;
  private final AccessUnitSink sink;
  private final int mostBytes;
  private final JpegHeader header = new JpegHeader();
  private final Map<Integer, byte[]> tablesByQuality = new HashMap<>();

  private boolean open;
  private int timestamp90k;
  private long arrivalMicros;
  private boolean damaged;
  private boolean oversize;
  private byte[] head = {};
  private byte[] scan = new byte[64 * 1024];
  private int scanLength;

  /// @param describedSize what the description says of pictures that are larger than a packet can
  ///   say
  public JpegDepacketizer(
      Optional<JpegSize> describedSize, StreamCounters counters, AccessUnitSink sink) {
    this(describedSize, counters, sink, AccessUnitAssembly.MOST_BYTES);
  }

  JpegDepacketizer(
      Optional<JpegSize> describedSize,
      StreamCounters counters,
      AccessUnitSink sink,
      int mostBytes) {
    this.describedSize = describedSize;
    this.counters = counters;
    this.sink = sink;
    this.mostBytes = mostBytes;
  }

  @Override
  public void lost() {
    damaged |= open;
  }

  @Override
  public void accept(RtpPacket packet, long now) {
    if (open && packet.timestamp() != timestamp90k) {
      finish();
    }
    arrivalMicros = now;
    if (packet.payloadLength() > 0) {
      payload(packet);
    }
    if (packet.marker() && open) {
      finish();
    }
  }

  private void payload(RtpPacket packet) {
    boolean whole = header.read(packet);
    if (whole && header.fragmentOffset() == 0) {
      begin(packet);
    } else if (!open) {
      open(packet);
      damage(StreamEvent.PAYLOAD_MALFORMED);
    } else if (!damaged && !(whole && header.fragmentOffset() == scanLength)) {
      damage(StreamEvent.PAYLOAD_MALFORMED);
    }
    if (!damaged && !oversize) {
      append(packet, header.dataAt());
    }
  }

  private void begin(RtpPacket packet) {
    if (open) {
      finish();
    }
    open(packet);
    Optional<ChromaSampling> sampling = sampling(header.type());
    if (sampling.isEmpty() || header.isField()) {
      damage(StreamEvent.PAYLOAD_UNSUPPORTED);
      return;
    }
    Optional<JpegSize> size = size(packet);
    Optional<byte[]> tables = size.flatMap(known -> tables(packet));
    if (size.isPresent() && tables.isPresent()) {
      int restarts = header.restartInterval();
      head = new BaselineJpeg(size.get(), sampling.get(), restarts, tables.get(), NO_SCAN).head();
    }
  }

  private static Optional<ChromaSampling> sampling(int type) {
    return switch (type & ~JpegHeader.WITH_RESTARTS) {
      case 0 -> Optional.of(ChromaSampling.YUV_422);
      case 1 -> Optional.of(ChromaSampling.YUV_420);
      default -> Optional.empty();
    };
  }

  private Optional<JpegSize> size(RtpPacket packet) {
    Optional<JpegSize> size =
        switch (JpegExtension.of(packet)) {
          case JpegExtension.Frame(JpegSize stated) -> Optional.of(stated);
          case JpegExtension.Nothing() ->
              header.width() > 0 && header.height() > 0
                  ? Optional.of(new JpegSize(header.width(), header.height()))
                  : describedSize;
          case JpegExtension.NotSpoken() -> Optional.empty();
        };
    if (size.isEmpty()) {
      damage(StreamEvent.PAYLOAD_UNSUPPORTED);
    }
    return size;
  }

  private Optional<byte[]> tables(RtpPacket packet) {
    int quality = header.quality();
    if (quality >= JpegHeader.OWN_TABLES) {
      return ownTables(packet, quality);
    }
    if (JpegQuality.isComputed(quality)) {
      return Optional.of(JpegQuality.tables(quality));
    }
    damage(StreamEvent.PAYLOAD_UNSUPPORTED);
    return Optional.empty();
  }

  private Optional<byte[]> ownTables(RtpPacket packet, int quality) {
    if (header.tablesLength() == 0 && tablesByQuality.containsKey(quality)) {
      return Optional.ofNullable(tablesByQuality.get(quality));
    }
    if (header.tablesLength() < TABLE_BYTES) {
      damage(StreamEvent.PAYLOAD_MALFORMED);
      return Optional.empty();
    }
    if ((header.tablesPrecision() & 3) != 0) {
      damage(StreamEvent.PAYLOAD_UNSUPPORTED);
      return Optional.empty();
    }
    int length = header.tablesLength() < 2 * TABLE_BYTES ? TABLE_BYTES : 2 * TABLE_BYTES;
    byte[] tables = new byte[length];
    packet.copyPayload(header.tablesAt(), length, tables, 0);
    if (quality != JpegHeader.TABLES_OF_THEIR_OWN) {
      tablesByQuality.put(quality, tables);
    }
    return Optional.of(tables);
  }

  private void append(RtpPacket packet, int at) {
    int more = packet.payloadLength() - at;
    if (more > mostBytes - scanLength) {
      oversize = true;
      return;
    }
    if (more > scan.length - scanLength) {
      int size = Math.max(scan.length * 2, scanLength + more);
      scan = Arrays.copyOf(scan, Math.min(mostBytes, size));
    }
    packet.copyPayload(at, more, scan, scanLength);
    scanLength += more;
  }

  private void finish() {
    if (oversize) {
      counters.count(StreamEvent.FRAME_OVERSIZE);
    } else if (damaged || scanLength == 0) {
      counters.count(StreamEvent.FRAME_DAMAGED);
    } else {
      sink.accept(file(), true, timestamp90k, arrivalMicros);
    }
    open = false;
  }

  private byte[] file() {
    int end = endsWithMarker() ? scanLength - 2 : scanLength;
    return ByteBuffer.allocate(head.length + end + 2)
        .put(head)
        .put(scan, 0, end)
        .putShort((short) Marker.END_OF_IMAGE)
        .array();
  }

  private boolean endsWithMarker() {
    return scanLength >= 2
        && scan[scanLength - 2] == (byte) (Marker.END_OF_IMAGE >> 8)
        && scan[scanLength - 1] == (byte) Marker.END_OF_IMAGE;
  }

  private void open(RtpPacket packet) {
    open = true;
    timestamp90k = packet.timestamp();
    damaged = false;
    oversize = false;
    scanLength = 0;
  }

  private void damage(StreamEvent reason) {
    counters.count(reason);
    damaged = true;
  }
}
