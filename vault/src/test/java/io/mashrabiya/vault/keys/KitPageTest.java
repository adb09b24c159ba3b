package io.mashrabiya.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The kit as a page to print.
class KitPageTest {
  private static final Pattern BOX = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
  private static final Pattern RUN = Pattern.compile("M(\\d+),(\\d+)h(\\d+)v1h-\\3z");
  private static final int PIXELS = 4;

  @TempDir private Path folder;
  private final RootKey root = RootKey.generate();
  private final String page = new String(KitPage.write(root), StandardCharsets.UTF_8);

  @Test
  void write_anyNameButText_isThePageForItsOwnerOnly_andReadsAgain() throws Exception {
    Path path = folder.resolve("kit.html");
    new KitFile(path).write(root);
    assertThat(Files.readString(path)).isEqualTo(page);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(new KitFile(path).read()).isEqualTo(new KitFile.Reading.Held(root));
  }

  @Test
  void write_textName_isTextWithoutAPage() throws Exception {
    Path path = folder.resolve("kit.txt");
    new KitFile(path).write(root);
    assertThat(Files.readString(path)).startsWith("MASHRABIYA RECOVERY KIT").doesNotContain("<");
  }

  /// Read by a reader of other people's.
  @Test
  void page_itsCode_saysTheLinesOfTheKit() throws Exception {
    assertThat(page).doesNotContain("h0v1"); // no run of nothing
    String scanned = scan(page);
    assertThat(scanned).isEqualTo(RecoveryKit.lines(root));
    assertThat(RecoveryKit.parse(scanned.getBytes(StandardCharsets.US_ASCII))).contains(root);
  }

  /// Whoever opens it sends nothing anywhere, also by mistake: the key stands in it.
  @Test
  void page_asksNobodyForAnything() {
    assertThat(page)
        .contains("default-src 'none'", "no-referrer")
        .doesNotContainIgnoringCase("<script")
        .doesNotContain("http:", "https:", "//", "src=", "href=", "url(", "@import", "<form");
  }

  @Test
  void page_isInBothLanguages_andKeepsTheKeyFromLeftToRight() {
    assertThat(page)
        .contains(
            "lang=\"ar\" dir=\"rtl\"",
            "من يجدها",
            "Whoever finds it",
            "./mashrabiya home restore --kit FILE",
            "<pre dir=\"ltr\">\n" + RecoveryKit.lines(root) + "</pre>");
    assertThat(page).doesNotContain("{{");
  }

  /// As a browser stores a page that was opened: other line ends and more around it.
  @Test
  void page_storedAgainByABrowser_stillReads() throws Exception {
    String stored = "<!-- saved -->" + page.replace("\n", "\r\n") + "<p>more</p>";
    assertThat(RecoveryKit.parse(stored.getBytes(StandardCharsets.UTF_8))).contains(root);
  }

  private static String scan(String page) throws Exception {
    Matcher box = BOX.matcher(page);
    assertThat(box.find()).isTrue();
    int size = Integer.parseInt(box.group(1));
    int side = size * PIXELS;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    for (MatchResult run : RUN.matcher(page).results().toList()) {
      int x = Integer.parseInt(run.group(1)) * PIXELS;
      int y = Integer.parseInt(run.group(2)) * PIXELS;
      int width = Integer.parseInt(run.group(3)) * PIXELS;
      for (int row = y; row < y + PIXELS; row++) {
        Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
      }
    }
    var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    return new QRCodeReader().decode(image).getText();
  }

  /// A machine whose numbers have other digits makes the same page.
  @Test
  void page_whereNumbersHaveOtherDigits_hasACodeThatBrowsersDraw() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    try {
      Locale.setDefault(Locale.Category.FORMAT, Locale.of("ar", "EG"));
      assertThat(new String(KitPage.write(root), StandardCharsets.UTF_8)).isEqualTo(page);
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }
}
