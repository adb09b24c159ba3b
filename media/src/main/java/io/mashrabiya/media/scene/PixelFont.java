package io.mashrabiya.media.scene;

import io.mashrabiya.media.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Letters of our own, because Java2D's text needs fonts that small machines lack. Latin letters,
/// digits and a few signs; accents are dropped and what it does not know (Arabic, say) is left out.
final class PixelFont {
  private static final int ROWS = 9;
  private static final int SPACE_COLUMNS = 3;
  private static final Map<Integer, Glyph> GLYPHS = read();

  private PixelFont() {}

  /// Draws text with its upper left corner at (x, y), each dot `scale` pixels wide, edged in black.
  /// What falls outside the picture is cut off.
  static void draw(Picture picture, int x, int y, int scale, int rgb, String text) {
    int edge = Math.max(1, scale / 2);
    for (int dy = -edge; dy <= edge; dy += edge) {
      for (int dx = -edge; dx <= edge; dx += edge) {
        drawOnce(picture, x + dx, y + dy, scale, 0x101010, text);
      }
    }
    drawOnce(picture, x, y, scale, rgb, text);
  }

  /// The part of the text that can be drawn, blanks trimmed.
  static String drawable(String text) {
    StringBuilder known = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(character -> character == ' ' || GLYPHS.containsKey(character))
        .forEach(known::appendCodePoint);
    return known.toString().strip().replaceAll(" +", " ");
  }

  private static void drawOnce(Picture picture, int x, int y, int scale, int rgb, String text) {
    int pen = x;
    for (int i = 0; i < text.length(); i++) {
      Glyph glyph = GLYPHS.get((int) text.charAt(i));
      if (glyph != null) {
        glyph.draw(picture, pen, y, scale, rgb);
      }
      pen += ((glyph == null ? SPACE_COLUMNS : glyph.columns) + 1) * scale;
    }
  }

  private static Map<Integer, Glyph> read() {
    try (InputStream in = PixelFont.class.getResourceAsStream("pixel-font.txt")) {
      if (in == null) {
        throw new IllegalStateException("pixel-font.txt is missing from the program");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Integer, Glyph> parse(List<String> lines) {
    List<String> art = lines.stream().filter(l -> !l.isBlank() && !l.startsWith(";")).toList();
    Map<Integer, Glyph> glyphs = new HashMap<>();
    for (int block = 0; block < art.size(); block += ROWS + 1) {
      String names = art.get(block);
      List<String> rows = art.subList(block + 1, block + 1 + ROWS);
      for (int at = 0; at < names.length(); at += 6) {
        glyphs.put((int) names.charAt(at), Glyph.cut(rows, at));
      }
    }
    return Map.copyOf(glyphs);
  }

  /// One letter: for each row, its dots as bits, leftmost highest of [#columns].
  private record Glyph(List<String> rows, int columns) {
    static Glyph cut(List<String> block, int at) {
      List<String> rows = block.stream().map(row -> row.substring(at, at + 5)).toList();
      int columns = rows.stream().mapToInt(row -> row.lastIndexOf('#') + 1).max().orElse(0);
      return new Glyph(rows, columns);
    }

    void draw(Picture picture, int x, int y, int scale, int rgb) {
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < columns; column++) {
          if (rows.get(row).charAt(column) == '#') {
            picture.fill(x + column * scale, y + row * scale, scale, scale, rgb);
          }
        }
      }
    }
  }
}
