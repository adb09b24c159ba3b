package io.mashrabiya.media.rtp;

import io.mashrabiya.media.jpeg.JpegSize;
import io.mashrabiya.media.jpeg.Marker;
import java.util.Optional;

/// The RTP header extension in which cameras send segments of a JPEG file that RFC 2435 has no
/// fields for (ONVIF Streaming Specification, "JPEG over RTP"): first of all the frame header, with
/// the size of pictures of more than 2040 pixels.
sealed interface JpegExtension {
  /// The value that marks it (`defined by profile` of RFC 3550, section 5.3.1): JPEG's own first
  /// marker.
  int PROFILE = Marker.START_OF_IMAGE;

  /// Nothing that concerns the picture.
  record Nothing() implements JpegExtension {}

  /// A frame header.
  record Frame(JpegSize size) implements JpegExtension {}

  /// Tables in the place of those that RFC 2435 knows, or another kind of JPEG: not implemented.
  record NotSpoken() implements JpegExtension {}

  /// Reads the extension of a packet.
  ///
  /// Leniency: what is cut short or no segment ends it.
  static JpegExtension of(RtpPacket packet) {
    Optional<JpegSize> size = Optional.empty();
    int length = packet.extensionProfile() == PROFILE ? packet.extensionLength() : 0;
    int at = 0;
    while (at + 4 <= length) {
      int marker = packet.extensionShort(at);
      if (marker == 0xffff) { // fill, before a marker and at the end
        at++;
        continue;
      }
      if (marker == Marker.HUFFMAN_TABLES
          || marker == Marker.QUANTIZATION_TABLES
          || Marker.isOtherFrame(marker)) {
        return new NotSpoken();
      }
      if (marker == Marker.BASELINE_FRAME && at + 9 <= length) {
        size = size(packet.extensionShort(at + 7), packet.extensionShort(at + 5));
      }
      at += 2 + Math.max(2, packet.extensionShort(at + 2));
    }
    return size.<JpegExtension>map(Frame::new).orElseGet(Nothing::new);
  }

  private static Optional<JpegSize> size(int width, int height) {
    return width > 0 && height > 0 ? Optional.of(new JpegSize(width, height)) : Optional.empty();
  }
}
