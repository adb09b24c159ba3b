package io.mashrabiya.media.ffmpeg;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/// Bytes and pictures between Java and FFmpeg.
final class Frames {
  private Frames() {}

  /// A picture with room for its pixels, freed with the scope.
  static AVFrame allocate(NativeScope scope, int width, int height, int format) {
    AVFrame frame = empty(scope).width(width).height(height).format(format);
    FfmpegException.check(avutil.av_frame_get_buffer(frame, 0), "allocate a picture");
    return frame;
  }

  /// A picture without pixels, freed with the scope.
  static AVFrame empty(NativeScope scope) {
    return scope.own(avutil.av_frame_alloc(), "a picture", avutil::av_frame_free);
  }

  /// A packet that holds a copy of the bytes and the padding that FFmpeg wants behind them, freed
  /// with the scope.
  static AVPacket packet(NativeScope scope, byte[] bytes) {
    AVPacket packet = scope.own(avcodec.av_packet_alloc(), "a packet", avcodec::av_packet_free);
    FfmpegException.check(avcodec.av_new_packet(packet, bytes.length), "allocate a packet");
    packet.data().put(bytes, 0, bytes.length);
    return packet;
  }

  /// A copy of what the packet holds.
  static byte[] bytes(AVPacket packet) {
    byte[] bytes = new byte[packet.size()];
    packet.data().get(bytes);
    return bytes;
  }
}
