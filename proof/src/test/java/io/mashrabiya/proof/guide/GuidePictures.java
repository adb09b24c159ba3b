package io.mashrabiya.proof.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// The pictures in `docs/guide/pictures`: taken of the real pages, and held against what lies
/// there, so that none of them grows old. `./dev pictures` puts new ones in their place.
///
/// What moves and what tells the time may differ: pictures are compared as an eye does from afar,
/// in blurred cells, without what the cameras show.
final class GuidePictures {
  private static final Path FOLDER = Path.of("../docs/guide/pictures");
  private static final boolean IS_PUTTING = Boolean.getBoolean("guide.put");
  private static final int QUALITY = 84;
  private static final int CELLS = 40;

  /// Of 255; a line of text that is another one differs by more.
  private static final int FAINT = 12;

  private static final double FEW = 0.03;

  /// Everything that a camera shows turns black, so that only the page itself is compared.
  private static final String HIDE_PICTURES =
      """
      isHidden => {
        const deep = root => [...root.querySelectorAll('*')].flatMap(one =>
          [one, ...(one.shadowRoot ? deep(one.shadowRoot) : [])]);
        for (const canvas of deep(document).filter(one => one.localName === 'canvas'))
          canvas.style.opacity = isHidden ? '0' : '';
        for (const code of deep(document).filter(one => one.classList.contains('qr')))
          code.style.opacity = isHidden ? '0' : '';
      }
      """;

  private GuidePictures() {}

  /// Takes the page's picture; where it is another than the guide's, the guide is out of date.
  static void take(Page page, String name) throws IOException {
    byte[] picture = shoot(page, ScreenshotType.JPEG);
    page.evaluate(HIDE_PICTURES, true);
    byte[] bare = shoot(page, ScreenshotType.PNG);
    page.evaluate(HIDE_PICTURES, false);
    Path file = FOLDER.resolve(name + ".jpg");
    Path sketch = FOLDER.resolve("sketches").resolve(name + ".png");
    BufferedImage now = blurred(bare);
    if (IS_PUTTING) {
      Files.createDirectories(sketch.getParent());
      Files.write(file, picture);
      ImageIO.write(now, "png", sketch.toFile());
    }
    assertThat(file).as("a picture of every page; `./dev pictures` takes them").exists();
    assertThat(difference(now, ImageIO.read(sketch.toFile())))
        .as(file + " shows another page than there is now; `./dev pictures` takes it anew")
        .isLessThan(FEW);
  }

  private static byte[] shoot(Page page, ScreenshotType type) {
    var options = new Page.ScreenshotOptions().setType(type);
    return page.screenshot(type == ScreenshotType.JPEG ? options.setQuality(QUALITY) : options);
  }

  private static BufferedImage blurred(byte[] png) throws IOException {
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
    int rows = CELLS * whole.getHeight() / whole.getWidth();
    BufferedImage small = new BufferedImage(CELLS, rows, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D drawing = small.createGraphics();
    drawing.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    drawing.drawImage(
        whole.getScaledInstance(CELLS, rows, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
    drawing.dispose();
    return small;
  }

  /// The part of the cells that are clearly others.
  private static double difference(BufferedImage one, BufferedImage other) {
    if (one.getHeight() != other.getHeight()) {
      return 1;
    }
    int others = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < CELLS; x++) {
        int apart = (one.getRGB(x, y) & 0xff) - (other.getRGB(x, y) & 0xff);
        others += Math.abs(apart) > FAINT ? 1 : 0;
      }
    }
    return (double) others / (CELLS * one.getHeight());
  }
}
