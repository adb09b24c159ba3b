package io.mashrabiya.media.scene;

import java.awt.Color;

/// The light that a room is drawn in.
public enum Light {
  /// In colour.
  DAY,
  /// As a camera sees by its own infrared lamp: without any colour, dim, and darker towards the
  /// edges.
  NIGHT;

  /// What paint of this colour looks like in this light.
  Color on(int rgb) {
    return switch (this) {
      case DAY -> new Color(rgb);
      case NIGHT -> grey(rgb);
    };
  }

  /// What paint of this colour looks like in this light, where `alpha` (0 to 1) of it covers what
  /// lies below.
  Color on(int rgb, double alpha) {
    Color seen = on(rgb);
    return new Color(seen.getRed(), seen.getGreen(), seen.getBlue(), (int) Math.round(alpha * 255));
  }

  private static Color grey(int rgb) {
    int luma = (77 * ((rgb >> 16) & 0xFF) + 150 * ((rgb >> 8) & 0xFF) + 29 * (rgb & 0xFF)) >> 8;
    int seen = (int) Math.round(12 + 208 * Math.pow(luma / 255.0, 1.2));
    return new Color(seen, seen, seen);
  }
}
