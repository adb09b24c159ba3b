package io.mashrabiya.proof.pair;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;

/// What a phone's camera makes of a screen: ZXing, an independent reader, finds the code in the
/// picture of the whole page.
final class ScannedCode {
  /// As near and as far as somebody holds the phone until it reads: of some pictures the reader
  /// makes nothing at one size.
  private static final List<Double> NEARNESS = List.of(1.0, 2.0, 1.5, 0.75);

  private ScannedCode() {}

  /// The code on a page that shows one. Looks at it until it is read, or nobody would any more.
  static String on(Page page) {
    AtomicReference<Optional<String>> read = new AtomicReference<>(Optional.empty());
    try {
      page.waitForCondition(() -> {
        read.set(in(page.screenshot()));
        return read.get().isPresent();
      });
    } catch (TimeoutError e) {
      throw new AssertionError("no code that can be read is on the screen", e);
    }
    return read.get().orElseThrow();
  }

  private static Optional<String> in(byte[] png) {
    BufferedImage screen = picture(png);
    return NEARNESS.stream()
        .map(nearness -> in(scaled(screen, nearness)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static BufferedImage picture(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage scaled(BufferedImage screen, double by) {
    int width = (int) (screen.getWidth() * by);
    int height = (int) (screen.getHeight() * by);
    var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(screen, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }

  private static Optional<String> in(BufferedImage screen) {
    try {
      return Optional.of(
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(new HybridBinarizer(luminance(screen))),
                  Map.of(DecodeHintType.TRY_HARDER, true))
              .getText());
    } catch (NotFoundException | ChecksumException | FormatException e) {
      return Optional.empty();
    }
  }

  private static LuminanceSource luminance(BufferedImage screen) {
    int width = screen.getWidth();
    int height = screen.getHeight();
    byte[] grey = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = screen.getRGB(x, y);
        grey[y * width + x] =
            (byte) (((rgb >> 16 & 0xff) + 2 * (rgb >> 8 & 0xff) + (rgb & 0xff)) / 4);
      }
    }
    return new PlanarYUVLuminanceSource(grey, width, height, 0, 0, width, height, false);
  }
}
