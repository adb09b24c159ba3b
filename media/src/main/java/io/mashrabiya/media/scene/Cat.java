package io.mashrabiya.media.scene;

/// The cat of the house.
final class Cat {
  private static final int COAT = 0xB8732F;
  private static final int STRIPE = 0x8C5220;
  private static final int PALE = 0xE9C99B;
  private static final int DARK = 0x2A1A10;

  private Cat() {}

  /// Walking to the right, its feet at the origin's height; `stride` counts steps and may be any
  /// number.
  static void walking(Easel easel, double stride) {
    easel.glow(0x000000, 0.30, 2, 1, 34, 6);
    double swing = Math.sin(stride * 2 * Math.PI);
    double lift = Math.cos(stride * 2 * Math.PI);
    leg(easel, STRIPE, -15, -swing, -lift);
    leg(easel, STRIPE, 15, swing, lift);
    tail(easel, -24, -26, 6 * Math.sin(stride * Math.PI));
    easel.fall(
        COAT,
        0xA0622A,
        Form.blob(
            -25, -24, -20, -34, 8, -33, 20, -30, 28, -28, 26, -14, 18, -14, 4, -11, -14, -10, -22,
            -14, -27, -17, -27, -20, -25, -24));
    for (int i = -2; i <= 2; i++) {
      easel.line(STRIPE, 2, Form.curve(i * 7 - 2, -30, i * 7, -27, i * 7, -25, i * 7 - 2, -21));
    }
    leg(easel, COAT, -18, swing, lift);
    leg(easel, COAT, 18, -swing, -lift);
    easel.at(27, -34 + Math.abs(lift), 1, 1, () -> head(easel));
  }

  /// Curled up asleep, resting on the origin's height; `breath` is -1 to 1, `tailSwing` -1 to 1.
  static void sleeping(Easel easel, double breath, double tailSwing) {
    easel.glow(0x000000, 0.30, 0, 1, 40, 7);
    easel.fall(
        COAT,
        0x9A5E28,
        Form.blob(
            -32,
            0,
            -38,
            -14,
            -22,
            -24 - breath,
            0,
            -24 - breath,
            22,
            -24 - breath,
            34,
            -14,
            32,
            0,
            16,
            3,
            -16,
            3,
            -32,
            0));
    for (int i = -1; i <= 2; i++) {
      easel.line(
          STRIPE,
          2.2,
          Form.curve(i * 8, -22 - breath, i * 8 + 3, -18, i * 8 + 3, -14, i * 8 + 1, -10));
    }
    easel.fill(PALE, Form.oval(-16, -2, 9, 3.4));
    easel.at(-24, -10, 1, 1, () -> sleepingHead(easel));
    double lift = 5 + 5 * tailSwing;
    easel.line(
        COAT, 6.5, Form.curve(28, -4, 40, -2, 42, 8 - lift * 0.4, 36 + tailSwing * 3, 20 - lift));
    easel.line(DARK, 6.5, 36 + tailSwing * 3, 20 - lift, 35.5 + tailSwing * 3.4, 22 - lift);
  }

  private static void leg(Easel easel, int rgb, double x, double swing, double lift) {
    double raise = Math.max(0, lift) * 3;
    easel.line(
        rgb, 5, Form.curve(x, -15, x + 1, -10, x + swing * 4, -7, x + swing * 7, -2.5 - raise));
    easel.line(PALE, 5, x + swing * 7, -2.5 - raise, x + swing * 7 + 2, -2.5 - raise);
  }

  private static void tail(Easel easel, double x, double y, double sway) {
    easel.line(
        COAT, 5, Form.curve(x, y, x - 14, y - 2, x - 10 + sway, y - 20, x - 18 + sway, y - 27));
    easel.line(DARK, 5, x - 18 + sway, y - 27, x - 19 + sway, y - 28);
  }

  private static void head(Easel easel) {
    easel.fill(COAT, Form.polygon(-8, -5, -6, -15, 0, -7));
    easel.fill(COAT, Form.polygon(2, -7, 7, -15, 9, -4));
    easel.fill(0xD9998A, Form.polygon(-5.4, -7, -5, -12, -2, -7.5));
    easel.fill(0xD9998A, Form.polygon(4, -7.5, 6.4, -12, 7, -6.5));
    easel.fill(COAT, Form.oval(1, 0, 10.5, 9));
    easel.fill(PALE, Form.oval(5, 4, 6, 4));
    easel.fill(DARK, Form.oval(9.5, 1.8, 1.6, 1.1));
    int eye = easel.light() == Light.NIGHT ? 0xFFFFFF : 0x3B4A1E;
    double size = easel.light() == Light.NIGHT ? 2.2 : 1.7;
    easel.fill(eye, Form.oval(1, -1.5, size * 0.8, size));
    easel.fill(eye, Form.oval(7, -1.8, size * 0.8, size));
  }

  private static void sleepingHead(Easel easel) {
    easel.fill(COAT, Form.polygon(-11, -5, -10, -15, -3, -9));
    easel.fill(COAT, Form.polygon(2, -9, 8, -15, 10, -4));
    easel.fall(COAT, 0xA0622A, Form.oval(-0.5, 0, 12, 10));
    easel.fill(PALE, Form.oval(-1, 4, 6.5, 4.2));
    easel.fill(0xB06A5C, Form.oval(-1, 1.6, 1.5, 1));
    easel.line(DARK, 1.1, Form.rim(-6, -1.5, 2.4, 1.8, 180, 180));
    easel.line(DARK, 1.1, Form.rim(4, -1.5, 2.4, 1.8, 180, 180));
  }
}
