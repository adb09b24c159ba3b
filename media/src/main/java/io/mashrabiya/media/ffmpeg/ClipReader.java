package io.mashrabiya.media.ffmpeg;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.ToldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVBSFContext;
import org.bytedeco.ffmpeg.avcodec.AVBitStreamFilter;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;

/// Reads the H.264 pictures of a video file (MP4, Matroska, MPEG-TS, AVI, FLV, bare H.264) without
/// decoding them. Belongs to one thread at a time.
public final class ClipReader implements AutoCloseable {
  private static final String FORMATS = "mov,matroska,mpegts,avi,flv,h264,hevc";
  private static final AVRational MICROSECONDS = avutil.av_make_q(1, 1_000_000);

  private final NativeScope scope;
  private final AVFormatContext input;
  private final int track;
  private final AVBSFContext toAnnexB;
  private final AVPacket packet;
  private final Duration interval;
  private long startMicros = avutil.AV_NOPTS_VALUE;
  private Duration last = Duration.ZERO;
  private long taken;

  private ClipReader(Path file, NativeScope scope) throws IOException {
    this.scope = scope;
    input = openInput(file);
    track = findVideo(file);
    AVStream stream = input.streams(track);
    interval = interval(stream);
    toAnnexB = openFilter(stream);
    packet = scope.own(avcodec.av_packet_alloc(), "a packet", avcodec::av_packet_free);
  }

  /// Opens a clip at its first picture.
  ///
  /// @throws ToldException that says, for people and without a full stop, why the file cannot be
  ///   played: it is not there, not a video, or not H.264
  public static ClipReader open(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new ToldException(say("{0} is not there or may not be read", file));
    }
    Natives.load();
    return NativeScope.build(
        (NativeScope.Maker<ClipReader, IOException>) scope -> new ClipReader(file, scope));
  }

  /// The next picture, or nothing at the end of the clip.
  ///
  /// @throws IOException if the file breaks off in a way that FFmpeg calls an error
  public Optional<ClipPicture> next() throws IOException {
    while (true) {
      int got = avcodec.av_bsf_receive_packet(toAnnexB, packet);
      if (got >= 0) {
        return Optional.of(take());
      }
      if (got != avutil.AVERROR_EAGAIN()) {
        return Optional.empty();
      }
      feed();
    }
  }

  /// How long the pictures read so far last, up to the moment when the next one would be due.
  public Duration played() {
    return taken == 0 ? Duration.ZERO : last.plus(interval);
  }

  @Override
  public void close() {
    scope.close();
  }

  private ClipPicture take() {
    try {
      boolean key = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
      last = due(packet.dts());
      taken++;
      return new ClipPicture(last, key, Frames.bytes(packet));
    } finally {
      avcodec.av_packet_unref(packet);
    }
  }

  /// Files of bare H.264 carry no times: then pictures are due one interval apart.
  private Duration due(long dts) {
    if (dts == avutil.AV_NOPTS_VALUE) {
      return interval.multipliedBy(taken);
    }
    long micros = avutil.av_rescale_q(dts, toAnnexB.time_base_out(), MICROSECONDS);
    if (startMicros == avutil.AV_NOPTS_VALUE) {
      startMicros = micros;
    }
    return Duration.ofNanos((micros - startMicros) * 1_000);
  }

  private void feed() throws IOException {
    int read = avformat.av_read_frame(input, packet);
    if (read == avutil.AVERROR_EOF) {
      FfmpegException.check(avcodec.av_bsf_send_packet(toAnnexB, null), "end a clip");
    } else if (read < 0) {
      throw new ToldException(say("the clip cannot be read on: {0}", FfmpegException.words(read)));
    } else if (packet.stream_index() == track) {
      int sent = avcodec.av_bsf_send_packet(toAnnexB, packet);
      if (sent < 0) {
        throw new ToldException(say("the clip is broken: {0}", FfmpegException.words(sent)));
      }
    } else {
      avcodec.av_packet_unref(packet);
    }
  }

  /// Only files of these formats are read, and from them nothing but the file itself, so that a
  /// playlist in disguise cannot make this process read elsewhere.
  private AVFormatContext openInput(Path file) throws IOException {
    AVFormatContext context = new AVFormatContext(null);
    try (Options options =
        new Options().with("protocol_whitelist", "file").with("format_whitelist", FORMATS)) {
      int opened =
          avformat.avformat_open_input(
              context, "file:" + file.toAbsolutePath(), (AVInputFormat) null, options.dictionary());
      if (opened < 0) {
        throw notAVideo(file, opened);
      }
    }
    scope.own(context, "a clip", avformat::avformat_close_input);
    int known = avformat.avformat_find_stream_info(context, (PointerPointer<?>) null);
    if (known < 0) {
      throw notAVideo(file, known);
    }
    return context;
  }

  private static IOException notAVideo(Path file, int code) {
    return new ToldException(
        say(
            "{0} is not a video in MP4, Matroska, MPEG-TS, AVI, FLV or bare H.264: {1}",
            file, FfmpegException.words(code)));
  }

  private int findVideo(Path file) throws IOException {
    int found =
        avformat.av_find_best_stream(input, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    if (found < 0) {
      throw new ToldException(say("{0} has no pictures in it", file));
    }
    int codec = input.streams(found).codecpar().codec_id();
    if (codec != avcodec.AV_CODEC_ID_H264) {
      String name = avcodec.avcodec_get_name(codec).getString();
      throw new ToldException(say("{0} is {1}; only H.264 is played", file, name));
    }
    return found;
  }

  private AVBSFContext openFilter(AVStream stream) {
    AVBitStreamFilter filter = avcodec.av_bsf_get_by_name("h264_mp4toannexb");
    AVBSFContext made = new AVBSFContext(null);
    FfmpegException.check(avcodec.av_bsf_alloc(filter, made), "allocate a filter");
    scope.own(made, "a filter", avcodec::av_bsf_free);
    FfmpegException.check(
        avcodec.avcodec_parameters_copy(made.par_in(), stream.codecpar()), "prepare a filter");
    made.time_base_in(stream.time_base());
    FfmpegException.check(avcodec.av_bsf_init(made), "begin a filter");
    return made;
  }

  private static Duration interval(AVStream stream) {
    AVRational rate = stream.avg_frame_rate();
    double framesPerSecond =
        rate.den() == 0 || rate.num() <= 0 ? 25 : (double) rate.num() / rate.den();
    return Duration.ofNanos(Math.round(1e9 / framesPerSecond));
  }
}
