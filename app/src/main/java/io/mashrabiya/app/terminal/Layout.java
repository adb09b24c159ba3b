package io.mashrabiya.app.terminal;

import io.mashrabiya.words.Spoken;
import io.mashrabiya.words.Tongue;
import java.util.List;

/// Lines of lists and tables, measured after they are translated.
public final class Layout {
  private static final String BETWEEN = "  ";

  private Layout() {}

  /// Two spaces before it.
  public static Spoken indented(Spoken said) {
    return tongue -> BETWEEN + said.in(tongue);
  }

  /// One line of a table. Every cell is a value to its language, a heading too: so all lines of a
  /// table run in the same direction, and their columns stay beneath each other.
  ///
  /// @param widths of all cells but the last, in characters
  public static Spoken row(List<Integer> widths, Object... cells) {
    return tongue -> {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < cells.length; i++) {
        String cell = cell(cells[i], tongue);
        line.append(cell);
        if (i < widths.size()) {
          line.repeat(' ', Math.max(0, widths.get(i) - width(cell))).append(BETWEEN);
        }
      }
      return line.toString();
    };
  }

  private static String cell(Object cell, Tongue tongue) {
    return tongue.value(cell instanceof Spoken said ? said.in(tongue) : String.valueOf(cell));
  }

  /// How many places of a line it takes: none for what is only written above a letter or directs
  /// the line.
  static int width(String text) {
    return (int)
        text.codePoints()
            .map(Character::getType)
            .filter(type -> type != Character.FORMAT && type != Character.NON_SPACING_MARK)
            .count();
  }
}
