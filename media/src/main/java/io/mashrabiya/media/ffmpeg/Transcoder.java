package io.mashrabiya.media.ffmpeg;

import io.mashrabiya.media.TranscodeSettings;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Turns a camera's pictures into smaller ones in H.264: for each access unit in, at most one out,
/// and in all no more than were asked for. Belongs to one thread at a time, and runs in it.
///
/// When the camera changes its pictures' shape, the encoder begins anew with a key frame.
public final class Transcoder implements AutoCloseable {
  /// One picture that came out.
  ///
  /// @param captureTimeMicros of the access unit that it was decoded from; where the camera's order
  ///   of decoding is not that of showing, made to rise all the same
  /// @param accessUnit H.264 in Annex B, with the parameter sets before a key frame
  public record Output(long captureTimeMicros, boolean key, byte[] accessUnit) {}

  /// The encoder for pictures of one shape, and what makes them fit.
  private record Stage(Scaler.Shape from, Scaler scaler, OpenH264 encoder)
      implements AutoCloseable {
    @Override
    public void close() {
      scaler.close();
      encoder.close();
    }
  }

  private final TranscodeSettings settings;
  private final PictureDecoder decoder;
  private Optional<Stage> stage = Optional.empty();
  private final Thinning thinning;
  private long lastMicros = Long.MIN_VALUE;
  private boolean whole;

  private Transcoder(TranscodeSettings settings) {
    this.settings = settings;
    this.decoder = PictureDecoder.open(settings.from());
    this.thinning = new Thinning(settings.framesPerSecond());
  }

  public static Transcoder open(TranscodeSettings settings) {
    return new Transcoder(settings);
  }

  /// Takes one access unit. Blocks for as long as that takes: some 5 ms for 1080p.
  ///
  /// @param key whether decoding can begin here; what comes before the first, or after a broken
  ///   one, is left out until then
  /// @param shown whether a picture is to come out; else what is due is decoded for others alone
  /// @return nothing where there is no picture to give: not yet, a broken one, or one too many
  public Optional<Output> transcode(
      byte[] accessUnit, boolean key, boolean shown, long captureTimeMicros) {
    whole = (whole || key) && accessUnit.length > 0; // FFmpeg takes none for the end of the stream
    if (!whole) {
      return Optional.empty();
    }
    PictureDecoder.Decoded next = decoder.next(accessUnit, captureTimeMicros);
    whole = !(next instanceof PictureDecoder.Decoded.Broken);
    while (next instanceof PictureDecoder.Decoded.Due(AVFrame picture)) {
      if (shown && thinning.keeps(picture.pts())) {
        return Optional.of(encode(picture));
      }
      next = decoder.more(); // what nobody wants is not to delay what comes after it
    }
    return Optional.empty();
  }

  private Output encode(AVFrame picture) {
    Stage fitting = stageFor(Scaler.Shape.of(picture));
    fitting.scaler().scale(picture, fitting.encoder().picture());
    OpenH264.Encoded encoded = fitting.encoder().encode();
    lastMicros = Math.max(lastMicros + 1, picture.pts());
    return new Output(lastMicros, encoded.key(), encoded.accessUnit());
  }

  private Stage stageFor(Scaler.Shape shape) {
    if (stage.isPresent() && stage.get().from().equals(shape)) {
      return stage.get();
    }
    stage.ifPresent(Stage::close);
    stage = Optional.empty();
    OpenH264 encoder = OpenH264.open(fitting(shape));
    Stage fresh = new Stage(shape, new Scaler(shape, encoder.shape()), encoder);
    stage = Optional.of(fresh);
    return fresh;
  }

  private H264Encoder.Settings fitting(Scaler.Shape shape) {
    double ratio =
        Math.min(
            1.0,
            Math.min(
                (double) settings.mostWidth() / shape.width(),
                (double) settings.mostHeight() / shape.height()));
    return new H264Encoder.Settings(
        even(shape.width() * ratio),
        even(shape.height() * ratio),
        settings.framesPerSecond(),
        settings.bitsPerSecond(),
        settings.keyInterval());
  }

  /// Pictures of 4:2:0 have even sides.
  private static int even(double side) {
    return Math.max(16, (int) Math.round(side / 2) * 2);
  }

  @Override
  public void close() {
    stage.ifPresent(Stage::close);
    decoder.close();
  }
}
