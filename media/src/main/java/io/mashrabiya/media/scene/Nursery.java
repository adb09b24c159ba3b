package io.mashrabiya.media.scene;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/// A child's room without anybody in it: crib, shelf, window and rug; a mobile turns, the curtains
/// stir.
final class Nursery implements Room {
  private static final double FLOOR = 268;
  private static final int OAK = 0xC79A63;
  private static final double MOBILE_X = 432;
  private static final double MOBILE_Y = 92;

  @Override
  public void paintStill(Easel easel) {
    wall(easel);
    window(easel);
    floor(easel);
    rug(easel);
    shelf(easel);
    dresser(easel);
    crib(easel);
    lightOnFloor(easel);
    easel.line(0x8A6C48, 1.4, MOBILE_X, 0, MOBILE_X, MOBILE_Y - 20);
  }

  private static void wall(Easel easel) {
    easel.shade(0xF6EEDD, 60, 40, 0xDCCDB2, 640, 260, Form.box(0, 0, 640, FLOOR));
    for (int row = 0; row < 7; row++) {
      for (int column = 0; column < 16; column++) {
        double x = 16 + column * 42 + (row % 2) * 21;
        double y = 14 + row * 28;
        easel.veil(row % 2 == 0 ? 0xD9B36B : 0xA9B89A, 0.55, Form.star(x, y, 4, 4, 1.5));
      }
    }
    easel.fall(0xC3CDB2, 0xA6B496, Form.box(0, 190, 640, FLOOR - 190));
    easel.fill(0xFBF6EA, Form.box(0, 186, 640, 5)).fill(0xEFE7D6, Form.box(0, 258, 640, 10));
    for (int x = 24; x < 640; x += 40) {
      easel.faintLine(0x8E9C7D, 0.6, 1.2, Form.open(x, 192, x, 258));
    }
  }

  private static void window(Easel easel) {
    easel.fill(0xFFFDF6, Form.rounded(52, 74, 120, 122, 4));
    easel.sky(0xA9D6EC, 0xF4F0DC, Form.box(60, 82, 104, 104));
    easel.fill(
        0xB3C79A,
        Form.blob(
            60, 168, 84, 150, 108, 158, 126, 166, 140, 150, 156, 148, 164, 158, 164, 186, 60, 186,
            60, 186));
    easel
        .veil(0xFFFFFF, 0.8, Form.oval(92, 106, 16, 5))
        .veil(0xFFFFFF, 0.8, Form.oval(104, 102, 12, 6));
    easel.fill(0xFFFDF6, Form.box(109, 82, 6, 104)).fill(0xFFFDF6, Form.box(60, 131, 104, 5));
    easel.fill(0xF4EBD8, Form.box(44, 192, 136, 8)).fill(0xD8C7A6, Form.box(44, 199, 136, 3));
    easel.line(0xA98455, 3.5, 30, 66, 196, 66);
    easel.fill(0xA98455, Form.circle(28, 66, 4.5)).fill(0xA98455, Form.circle(198, 66, 4.5));
  }

  private static void floor(Easel easel) {
    easel.fall(0xCFA268, 0xA97B47, Form.box(0, FLOOR, 640, 92));
    for (int i = -12; i <= 12; i++) {
      easel.faintLine(0x80572C, 0.5, 1.1, Form.open(320 + i * 40, FLOOR, 320 + i * 92, 360));
    }
    Random planks = new Random(8);
    for (int i = 0; i < 26; i++) {
      double y = FLOOR + 4 + planks.nextDouble() * 84;
      double x = planks.nextDouble() * 640;
      easel.faintLine(0x80572C, 0.35, 1, Form.open(x, y, x + 22, y));
    }
    easel.fall(0x7C5A34, 0xC19560, Form.box(0, FLOOR, 640, 6));
  }

  private static void rug(Easel easel) {
    easel.glow(0x000000, 0.25, 300, 334, 172, 34);
    int[] rings = {0xC98B6B, 0xF1E3C8, 0x8FA58A, 0xF1E3C8, 0xE0B45E};
    for (int ring = 0; ring < rings.length; ring++) {
      easel.fill(rings[ring], Form.oval(296, 328, 158 - ring * 27, 29 - ring * 5));
    }
  }

  private static void shelf(Easel easel) {
    easel.veil(0x6B5530, 0.25, Form.polygon(222, 152, 344, 152, 352, 164, 230, 164));
    easel.fall(0xD9AE78, 0xB98A54, Form.rounded(216, 144, 122, 8, 2));
    int[] books = {0x8C4B3F, 0xD9A441, 0x4E7169, 0xE6D3A8, 0x6E5A84};
    for (int book = 0; book < books.length; book++) {
      double height = 26 + (book * 7) % 12;
      easel.sweep(
          books[book],
          books[book] - 0x141414,
          Form.rounded(222 + book * 9, 144 - height, 8.4, height, 1));
    }
    bear(easel, 292, 144);
    easel
        .fill(0xC65F4B, Form.rounded(318, 131, 13, 13, 2))
        .fill(0x5F8A86, Form.rounded(316, 118, 12, 12, 2));
    easel
        .fill(0xF6E7C5, Form.star(324.5, 137.5, 5, 4, 1.8))
        .fill(0xF6E7C5, Form.circle(322, 124, 3));
  }

  private static void bear(Easel easel, double x, double foot) {
    easel
        .fill(0xA36C3C, Form.oval(x, foot - 13, 12, 13))
        .fill(0xD9B483, Form.oval(x, foot - 11, 7, 8));
    easel
        .fill(0xA36C3C, Form.oval(x - 10, foot - 4, 6, 4.5))
        .fill(0xA36C3C, Form.oval(x + 10, foot - 4, 6, 4.5));
    easel
        .fill(0x8E5A30, Form.circle(x - 8, foot - 38, 4.5))
        .fill(0x8E5A30, Form.circle(x + 8, foot - 38, 4.5));
    easel.fall(0xB67C48, 0x9C6436, Form.circle(x, foot - 31, 11));
    easel
        .fill(0xE3C393, Form.oval(x, foot - 27, 5.4, 4.2))
        .fill(0x2F1D10, Form.oval(x, foot - 29, 2, 1.4));
    easel
        .fill(0x2F1D10, Form.circle(x - 4, foot - 33, 1.3))
        .fill(0x2F1D10, Form.circle(x + 4, foot - 33, 1.3));
  }

  private static void dresser(Easel easel) {
    easel.glow(0x000000, 0.35, 104, 306, 96, 10);
    easel.sweep(0xD8AD77, 0xB5864F, Form.rounded(28, 232, 146, 70, 3));
    easel.fill(0xE6C08C, Form.rounded(24, 226, 154, 8, 2));
    for (int drawer = 0; drawer < 2; drawer++) {
      double y = 240 + drawer * 30;
      easel.line(0x9A6F3D, 1.2, Form.rounded(36, y, 130, 25, 3));
      easel
          .fill(0xF6EEDD, Form.circle(76, y + 12.5, 3))
          .fill(0xF6EEDD, Form.circle(126, y + 12.5, 3));
    }
    boolean night = easel.light() == Light.NIGHT;
    easel.glow(0xFFE6AE, night ? 0.9 : 0.5, 96, 208, night ? 76 : 44);
    easel.fill(0x8A6440, Form.rounded(84, 222, 24, 5, 2));
    easel.fall(0xFFF8E2, 0xF3CF8D, Form.circle(96, 208, 15));
    easel
        .veil(0xD9AE6A, 0.5, Form.circle(91, 204, 3))
        .veil(0xD9AE6A, 0.5, Form.circle(101, 212, 2.2));
    easel
        .fill(0xB8655A, Form.rounded(120, 219, 34, 7, 2))
        .fill(0x5F8A86, Form.rounded(124, 213, 26, 6.5, 2));
  }

  private static void crib(Easel easel) {
    easel.glow(0x000000, 0.42, 470, 326, 156, 16);
    easel.fall(0x8A6437, 0x74522B, Form.rounded(352, 196, 238, 10, 4));
    for (int bar = 0; bar < 12; bar++) {
      easel.line(0x97713F, 4, 366 + bar * 19, 204, 366 + bar * 19, 290);
    }
    easel.fall(0xFAF4E6, 0xDDD2BC, Form.rounded(352, 262, 238, 34, 8));
    easel.fall(
        0xFFFDF7,
        0xE6DCC8,
        Form.blob(366, 264, 368, 246, 424, 244, 430, 262, 424, 270, 372, 272, 366, 264));
    easel.fall(
        0x9DB3A0,
        0x7F978A,
        Form.blob(
            440, 266, 470, 250, 560, 250, 588, 262, 592, 276, 590, 290, 580, 296, 520, 298, 460,
            298, 444, 296, 436, 290, 434, 276, 440, 266));
    for (int spot = 0; spot < 9; spot++) {
      easel.fill(0xF2E6C8, Form.star(462 + spot * 15, 268 + (spot % 2) * 14, 5, 4, 1.7));
    }
    easel
        .sweep(OAK, 0xA87A45, Form.rounded(344, 176, 14, 148, 5))
        .sweep(OAK, 0xA87A45, Form.rounded(584, 176, 14, 148, 5));
    easel.fall(0xD8AC74, 0xB58650, Form.rounded(350, 214, 242, 10, 4));
    easel.fall(0xD8AC74, 0xAE7F49, Form.rounded(350, 300, 242, 12, 4));
    for (int bar = 0; bar < 13; bar++) {
      easel.sweep(0xE0B680, 0xB0824C, Form.rounded(366 + bar * 17.4, 222, 5.4, 80, 2));
    }
    easel.fill(0xE3BB86, Form.circle(351, 174, 7)).fill(0xE3BB86, Form.circle(591, 174, 7));
  }

  private static void lightOnFloor(Easel easel) {
    if (easel.light() == Light.DAY) {
      easel.veil(0xFFF3CC, 0.20, Form.polygon(150, 276, 230, 276, 318, 352, 204, 352));
      easel.veil(0xFFF6DC, 0.10, Form.polygon(60, 82, 164, 82, 330, 360, 190, 360));
    }
  }

  @Override
  public void paintMoving(Easel easel, Moment moment) {
    curtain(easel, 30, 1, moment.swing(6, 0));
    curtain(easel, 196, -1, moment.swing(7, 0.3));
    mobile(easel, moment);
  }

  private static void curtain(Easel easel, double x, int side, double stir) {
    double hem = 44 + stir * 5;
    easel.at(
        x,
        66,
        side,
        1,
        () -> {
          easel.sweep(
              0xEFD9B4,
              0xD9B98A,
              Form.blob(
                  0, 0, 20, 2, 34, 40, 36, 80, 36, 120, hem, 140, hem, 152, 30, 156, 10, 150, 0,
                  154));
          for (int fold = 1; fold < 4; fold++) {
            double top = fold * 8;
            double foot = fold * (10 + stir);
            easel.faintLine(
                0xA98355, 0.5, 1.6, Form.curve(top, 3, top + 3, 50, foot, 100, foot, 151));
          }
        });
  }

  private static void mobile(Easel easel, Moment moment) {
    double turn = 2 * Math.PI * moment.way(11, 0);
    easel.fall(0xD9AE78, 0xA97C48, Form.oval(MOBILE_X, MOBILE_Y - 18, 9, 6));
    easel.line(0xB58650, 3, Form.oval(MOBILE_X, MOBILE_Y, 58, 12));
    for (int spoke = 0; spoke < 5; spoke++) {
      double angle = turn + spoke * 2 * Math.PI / 5;
      easel.line(
          0x9A7448,
          1.2,
          MOBILE_X,
          MOBILE_Y - 18,
          MOBILE_X + 58 * Math.cos(angle),
          MOBILE_Y + 12 * Math.sin(angle));
    }
    IntStream.range(0, 5)
        .boxed()
        .sorted(Comparator.comparingDouble(toy -> Math.sin(turn + toy * 2 * Math.PI / 5)))
        .forEach(toy -> hang(easel, toy, turn + toy * 2 * Math.PI / 5));
  }

  private static void hang(Easel easel, int toy, double angle) {
    double x = MOBILE_X + 58 * Math.cos(angle);
    double y = MOBILE_Y + 12 * Math.sin(angle);
    double length = 26 + toy * 7 % 18;
    double near = 1 + 0.22 * Math.sin(angle);
    easel.line(0x9A7448, 1, x, y, x, y + length);
    easel.at(
        x,
        y + length + 11,
        near * (0.35 + 0.65 * Math.abs(Math.cos(angle * 1.5))),
        near,
        () -> toy(easel, toy));
  }

  private static void toy(Easel easel, int toy) {
    switch (toy) {
      case 0 -> easel.fill(0xE0AE4F, Form.crescent(0, 0, 13));
      case 1 -> easel.fill(0xC4705A, Form.star(0, 0, 5, 14, 6.4));
      case 2 ->
          easel
              .fill(0x8FB2BE, Form.oval(0, 2, 15, 7))
              .fill(0x8FB2BE, Form.circle(-4, -2, 7.5))
              .fill(0x8FB2BE, Form.circle(6, -1, 6));
      case 3 -> easel.fill(0xE0AE4F, Form.star(0, 0, 8, 13, 8));
      default ->
          easel
              .fill(0x7E9A78, Form.blob(-13, 0, -6, -9, 6, -8, 12, 0, 6, 8, -6, 9, -13, 0))
              .fill(0x7E9A78, Form.polygon(10, 0, 18, -7, 18, 7))
              .fill(0x2F2A20, Form.circle(-7, -2, 1.4));
    }
  }
}
