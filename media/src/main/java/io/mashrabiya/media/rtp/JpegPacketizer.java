package io.mashrabiya.media.rtp;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.jpeg.BaselineJpeg;
import io.mashrabiya.media.jpeg.ChromaSampling;
import io.mashrabiya.media.jpeg.JpegSize;
import java.nio.ByteBuffer;

/// Cuts JPEG pictures into RTP packets (RFC 2435), each with its own quantization tables in its
/// first packet. The last packet of a picture has the marker bit.
///
/// A picture that RTP cannot carry is left out; the first time, the log says why. A size that is no
/// multiple of 8 is sent rounded up, as the format wants it. Owned by one thread.
public final class JpegPacketizer implements Packetizer {
  private static final System.Logger LOG = System.getLogger(JpegPacketizer.class.getName());

  /// The largest side that the header can state: 255 blocks of 8 pixels.
  private static final int LONGEST_SIDE = 2040;

  private static final int WHOLE_FRAGMENTS = 0xffff; // first, last and no count: section 3.1.7

  private final RtpPacketWriter writer;
  private boolean complained;

  /// @param writer its packets have to have room for the tables
  public JpegPacketizer(RtpPacketWriter writer) {
    this.writer = writer;
    int headers =
        JpegHeader.MAIN_BYTES
            + JpegHeader.RESTART_BYTES
            + JpegHeader.TABLES_BYTES
            + 2 * BaselineJpeg.TABLE_BYTES;
    if (writer.mostPayloadBytes() <= headers) {
      throw new IllegalArgumentException("no JPEG fits packets of " + writer.mostPayloadBytes());
    }
  }

  @Override
  public void accept(Frame frame) {
    switch (BaselineJpeg.read(frame.payload())) {
      case BaselineJpeg.Reading.Understood(BaselineJpeg picture) -> {
        if (isSmallEnough(picture.size())) {
          send(picture, frame.captureTimeMicros());
        } else {
          complain("it is larger than 2040 pixels");
        }
      }
      case BaselineJpeg.Reading.Refused(String words) -> complain(words);
    }
  }

  private static boolean isSmallEnough(JpegSize size) {
    return size.width() <= LONGEST_SIDE && size.height() <= LONGEST_SIDE;
  }

  private void complain(String words) {
    if (!complained) {
      LOG.log(System.Logger.Level.WARNING, () -> "JPEG that RTP cannot carry: " + words);
    }
    complained = true;
  }

  private void send(BaselineJpeg picture, long captureTimeMicros) {
    ByteBuffer scan = picture.scan().duplicate();
    int size = scan.remaining();
    while (scan.hasRemaining()) {
      int offset = size - scan.remaining();
      int room = writer.mostPayloadBytes() - headerBytes(picture, offset);
      int length = Math.min(room, scan.remaining());
      ByteBuffer packet = writer.begin(captureTimeMicros, length == scan.remaining());
      header(packet, picture, offset);
      packet.put(scan.slice(scan.position(), length));
      scan.position(scan.position() + length);
      writer.send();
    }
  }

  private static int headerBytes(BaselineJpeg picture, int offset) {
    int restart = picture.restartInterval() > 0 ? JpegHeader.RESTART_BYTES : 0;
    int tables = offset == 0 ? JpegHeader.TABLES_BYTES + picture.quantization().length : 0;
    return JpegHeader.MAIN_BYTES + restart + tables;
  }

  private static void header(ByteBuffer packet, BaselineJpeg picture, int offset) {
    boolean restarts = picture.restartInterval() > 0;
    int type = picture.sampling() == ChromaSampling.YUV_420 ? 1 : 0;
    packet
        .putInt(offset) // below a byte that is 0: a whole, progressive picture
        .put((byte) (restarts ? JpegHeader.WITH_RESTARTS | type : type))
        .put((byte) JpegHeader.TABLES_OF_THEIR_OWN)
        .put((byte) blocks(picture.size().width()))
        .put((byte) blocks(picture.size().height()));
    if (restarts) {
      packet.putShort((short) picture.restartInterval()).putShort((short) WHOLE_FRAGMENTS);
    }
    if (offset == 0) {
      packet
          .putShort((short) 0)
          .putShort((short) picture.quantization().length)
          .put(picture.quantization());
    }
  }

  private static int blocks(int pixels) {
    return (pixels + 7) / 8;
  }
}
