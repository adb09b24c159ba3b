package io.mashrabiya.media.ffmpeg;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.Track;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/// Encodes pictures as H.264 constrained baseline by OpenH264: one frame out for each picture in,
/// at once, with the parameter sets before each key frame. Belongs to one thread at a time.
public final class H264Encoder implements AutoCloseable {
  /// How to encode.
  ///
  /// @param framesPerSecond what the bit rate is reckoned by; the pictures may come otherwise
  /// @param bitsPerSecond the mean rate that the encoder keeps to
  /// @param keyInterval how many pictures from one key frame to the next
  public record Settings(
      int width, int height, int framesPerSecond, int bitsPerSecond, int keyInterval) {
    public Settings {
      if (width < 16
          || height < 16
          || framesPerSecond < 1
          || bitsPerSecond < 1
          || keyInterval < 1) {
        throw new IllegalArgumentException(
            "cannot encode %dx%d at %d pictures and %d bits a second, a key frame every %d"
                .formatted(width, height, framesPerSecond, bitsPerSecond, keyInterval));
      }
    }
  }

  private final NativeScope scope;
  private final Settings settings;
  private final OpenH264 encoder;
  private final Scaler scaler;
  private final IntPointer rgb;
  private final PointerPointer<IntPointer> rgbPlanes;
  private final IntPointer rgbRowBytes;

  private H264Encoder(Settings settings, NativeScope scope) {
    this.scope = scope;
    this.settings = settings;
    int pixels = settings.width() * settings.height();
    rgb = scope.own(new IntPointer(pixels), "a picture", IntPointer::deallocate);
    rgbPlanes = scope.own(new PointerPointer<>(4), "a picture", PointerPointer::deallocate);
    rgbPlanes.put(0, rgb).put(1, null).put(2, null).put(3, null);
    rgbRowBytes =
        scope.own(new IntPointer(settings.width() * 4, 0, 0, 0), "rows", IntPointer::deallocate);
    encoder = OpenH264.open(settings);
    scaler = new Scaler(Scaler.Shape.rgb(settings.width(), settings.height()), encoder.shape());
  }

  /// An encoder ready to take pictures; loads FFmpeg if nobody has.
  public static H264Encoder open(Settings settings) {
    Natives.load();
    return NativeScope.build(scope -> new H264Encoder(settings, scope));
  }

  /// Encodes one picture of the settings' size.
  ///
  /// @throws IllegalArgumentException if the picture has another size
  public Frame encode(Picture picture, Track track, long captureTimeMicros) {
    if (picture.width() != settings.width() || picture.height() != settings.height()) {
      throw new IllegalArgumentException(
          "this encoder takes pictures of " + settings.width() + "x" + settings.height());
    }
    rgb.put(picture.rgb());
    scaler.scale(rgbPlanes, rgbRowBytes, encoder.picture());
    OpenH264.Encoded encoded = encoder.encode();
    return new Frame(track, captureTimeMicros, encoded.key(), encoded.accessUnit());
  }

  @Override
  public void close() {
    scaler.close();
    encoder.close();
    scope.close();
  }
}
