package io.mashrabiya.proof.pair;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// What a phone's camera makes of a screen: ZXing, an independent reader, finds the code in the
/// picture of the whole page.
final class ScannedCode {
  private ScannedCode() {}

  /// @param screenshot of a page that shows one code, as PNG
  static String in(byte[] screenshot) throws IOException {
    BufferedImage screen = ImageIO.read(new ByteArrayInputStream(screenshot));
    try {
      return new QRCodeReader()
          .decode(new BinaryBitmap(new HybridBinarizer(luminance(screen))))
          .getText();
    } catch (NotFoundException | ChecksumException | FormatException e) {
      throw new AssertionError("no code that can be read is on the screen", e);
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
