package io.mashrabiya.app.terminal;

import com.google.zxing.common.BitMatrix;
import java.util.List;
import java.util.regex.Pattern;

/// What a camera sees of half blocks in a terminal: black where the letter is, white around it,
/// each module four pixels wide.
final class PaintedModules {
  private static final int PIXELS = 4;
  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

  private PaintedModules() {}

  static BitMatrix of(String picture) {
    List<String> lines = picture.lines().map(line -> COLOURS.matcher(line).replaceAll("")).toList();
    BitMatrix seen = new BitMatrix(lines.getFirst().length() * PIXELS, lines.size() * 2 * PIXELS);
    for (int y = 0; y < lines.size(); y++) {
      for (int x = 0; x < lines.get(y).length(); x++) {
        char block = lines.get(y).charAt(x);
        if (block == '\u2580' || block == '\u2588') {
          seen.setRegion(x * PIXELS, 2 * y * PIXELS, PIXELS, PIXELS);
        }
        if (block == '\u2584' || block == '\u2588') {
          seen.setRegion(x * PIXELS, (2 * y + 1) * PIXELS, PIXELS, PIXELS);
        }
      }
    }
    return seen;
  }
}
