package io.mashrabiya.media.scene;

import java.time.LocalTime;
import java.util.Random;

/// The living room: sofa, kilim, tea; the wall clock tells the time, the tea steams and the cat
/// sleeps on the sofa.
final class LivingRoom implements Room {
  private static final double FLOOR = 274;
  private static final double CLOCK_X = 540;
  private static final double CLOCK_Y = 118;

  @Override
  public void paintStill(Easel easel) {
    wall(easel);
    window(easel);
    floor(easel);
    kilim(easel);
    picture(easel);
    clockCase(easel);
    floorLamp(easel);
    plant(easel);
    sofa(easel);
    table(easel);
    sunlight(easel);
  }

  private static void wall(Easel easel) {
    easel.shade(0xF1DEBA, 100, 30, 0xCFAF80, 640, 270, Form.box(0, 0, 640, FLOOR));
    easel.fill(0xF6EAD0, Form.box(0, 264, 640, 10)).line(0xB59467, 1, 0, 264, 640, 264);
  }

  private static void window(Easel easel) {
    easel.fill(0xFFF9EA, Form.arch(34, 62, 152, 158, 56));
    var glass = Form.arch(43, 72, 134, 142, 50);
    easel.sky(0x8FC7E6, 0xF7E3B8, glass);
    easel.inside(
        glass,
        () -> {
          easel.glow(0xFFF3C4, easel.light() == Light.DAY ? 0.9 : 0, 140, 122, 46);
          easel.fill(
              0xB7B59A,
              Form.blob(
                  40, 178, 66, 146, 92, 156, 112, 172, 132, 158, 156, 150, 180, 166, 180, 216, 40,
                  216, 40, 216));
          easel.fill(
              0x8C9E74,
              Form.blob(40, 196, 80, 180, 130, 190, 180, 184, 180, 216, 100, 216, 40, 216));
          easel.fall(
              0x5E7D55,
              0x46643F,
              Form.blob(70, 150, 79, 174, 78, 206, 70, 206, 62, 206, 61, 174, 70, 150));
        });
    easel.fill(0xFFF9EA, Form.box(107, 72, 6, 142)).fill(0xFFF9EA, Form.box(43, 142, 134, 5));
    easel.fill(0xF6EAD0, Form.box(26, 216, 168, 9)).fill(0xC9AC7C, Form.box(26, 224, 168, 3));
    easel.line(0x7A5330, 4, 14, 54, 210, 54);
  }

  private static void floor(Easel easel) {
    easel.fall(0x9A6A3E, 0x714826, Form.box(0, FLOOR, 640, 86));
    for (int row = 0; row < 4; row++) {
      double y = FLOOR + 6 + row * row * 5 + row * 10;
      easel.faintLine(0x4E2F16, 0.55, 1.2, Form.open(0, y, 640, y));
      for (int x = row % 2 * 60; x < 640; x += 130) {
        easel.faintLine(0x4E2F16, 0.5, 1, Form.open(x, y, x, y + 15 + row * 8));
      }
    }
    easel.fall(0x4E3018, 0x8E6038, Form.box(0, FLOOR, 640, 6));
  }

  private static void kilim(Easel easel) {
    easel.fill(0xF0DFBC, Form.polygon(118, 306, 522, 306, 580, 356, 60, 356));
    easel.fill(0xA23B2C, Form.polygon(132, 308, 508, 308, 560, 353, 80, 353));
    easel.fill(0xE3B65B, Form.polygon(152, 313, 488, 313, 528, 347, 112, 347));
    easel.fill(0x7C2A24, Form.polygon(160, 315, 480, 315, 516, 345, 124, 345));
    for (int i = 0; i < 9; i++) {
      double x = 168 + i * 38;
      easel.fill(
          i % 2 == 0 ? 0x2F5B61 : 0xC9612F, Form.polygon(x - 18, 330, x, 318, x + 18, 330, x, 342));
      easel.fill(0xEED9A6, Form.polygon(x - 9, 330, x, 324, x + 9, 330, x, 336));
    }
  }

  private static void picture(Easel easel) {
    easel.veil(0x6B4C22, 0.3, Form.box(291, 86, 112, 78));
    easel.fall(0x8A5A32, 0x5E3819, Form.rounded(284, 78, 112, 78, 2));
    easel.fill(0xFBF3E0, Form.box(291, 85, 98, 64));
    easel.fall(0xF6C98A, 0xF9E6C2, Form.box(299, 92, 82, 50));
    easel.inside(
        Form.box(299, 92, 82, 50),
        () -> {
          easel.fill(0xE8894A, Form.circle(350, 112, 9));
          easel.fill(0xC2803F, Form.polygon(296, 142, 322, 106, 340, 128, 352, 116, 384, 142));
          easel.fill(0x8E5529, Form.polygon(296, 142, 314, 128, 336, 142));
          easel.fill(0xA56A33, Form.polygon(340, 142, 362, 126, 386, 142));
        });
  }

  private static void clockCase(Easel easel) {
    easel.veil(0x6B4C22, 0.32, Form.rounded(518, 86, 56, 128, 6));
    easel.sweep(0x8B5A31, 0x5C3719, Form.arch(512, 72, 56, 138, 34));
    easel.fall(0x2E1A0C, 0x452A14, Form.rounded(522, 144, 36, 56, 4));
    easel.fall(0x7A4C28, 0x5C3719, Form.polygon(508, 206, 572, 206, 564, 214, 516, 214));
    easel
        .fill(0xC99A4B, Form.circle(CLOCK_X, CLOCK_Y, 23))
        .fill(0xFBF4E2, Form.circle(CLOCK_X, CLOCK_Y, 20.5));
    for (int hour = 0; hour < 12; hour++) {
      double angle = hour * Math.PI / 6;
      double inner = hour % 3 == 0 ? 15 : 17;
      easel.line(
          0x3A2412,
          hour % 3 == 0 ? 2 : 1.2,
          CLOCK_X + inner * Math.sin(angle),
          CLOCK_Y - inner * Math.cos(angle),
          CLOCK_X + 18.5 * Math.sin(angle),
          CLOCK_Y - 18.5 * Math.cos(angle));
    }
  }

  private static void floorLamp(Easel easel) {
    boolean night = easel.light() == Light.NIGHT;
    easel.glow(0xFFE2A0, night ? 0.55 : 0.4, 606, 170, night ? 70 : 80);
    easel.fill(0x4A3018, Form.oval(606, 300, 20, 5)).line(0x5C3C1E, 3.4, 606, 180, 606, 299);
    easel.fall(0xFFF2CF, 0xECC27A, Form.polygon(590, 138, 622, 138, 634, 184, 578, 184));
    easel.line(0xC9964E, 1.4, 578.5, 184, 633.5, 184);
  }

  private static void plant(Easel easel) {
    easel.glow(0x000000, 0.4, 40, 318, 44, 8);
    Random growth = new Random(21);
    for (int i = 0; i < 17; i++) {
      double lean = -1.25 + i * 2.5 / 16;
      double length = 78 + growth.nextDouble() * 26;
      int rgb = i % 2 == 0 ? 0x4E7A4A : 0x659155;
      easel.turned(
          36,
          280,
          lean,
          () ->
              easel.fill(
                  rgb,
                  Form.blob(
                      -3,
                      0,
                      -10,
                      -length * 0.5,
                      -5,
                      -length * 0.85,
                      0,
                      -length,
                      5,
                      -length * 0.85,
                      10,
                      -length * 0.5,
                      3,
                      0)));
    }
    easel.sweep(0xE0D2B2, 0xA9946C, Form.polygon(12, 276, 62, 276, 56, 318, 18, 318));
    easel.line(0x4F7C82, 3, 14, 288, 60, 288).line(0xB4533A, 2, 15, 296, 59, 296);
  }

  private static void sofa(Easel easel) {
    easel.glow(0x000000, 0.5, 344, 306, 186, 16);
    easel.fill(0x3A2412, Form.box(206, 292, 8, 14)).fill(0x3A2412, Form.box(474, 292, 8, 14));
    easel.fall(0x5B8683, 0x41676A, Form.rounded(200, 186, 288, 96, 22));
    easel.line(0x3B5E60, 1.6, 344, 190, 344, 250);
    easel
        .fall(0x6C9793, 0x4A7274, Form.rounded(204, 240, 140, 34, 10))
        .fall(0x6C9793, 0x4A7274, Form.rounded(344, 240, 140, 34, 10));
    easel.fall(0x47696C, 0x365356, Form.rounded(200, 268, 288, 28, 8));
    easel
        .sweep(0x669290, 0x44696B, Form.rounded(182, 212, 40, 86, 18))
        .sweep(0x5A8583, 0x3C5F61, Form.rounded(466, 212, 40, 86, 18));
    cushion(easel, 252, 226, -0.15, 0xD08A3C, 0xF1D9A4);
    cushion(easel, 300, 230, 0.2, 0xA2402F, 0xE8C98E);
  }

  private static void cushion(Easel easel, double x, double y, double lean, int rgb, int thread) {
    easel.turned(
        x,
        y,
        lean,
        () -> {
          easel.fill(
              rgb,
              Form.blob(
                  -22, -20, -8, -17, 8, -17, 22, -20, 19, -7, 19, 7, 22, 20, 8, 17, -8, 17, -22, 20,
                  -19, 7, -19, -7, -22, -20));
          easel
              .line(thread, 1.5, Form.star(0, 0, 8, 12, 8))
              .fill(thread, Form.star(0, 0, 8, 5, 3.2));
        });
  }

  private static void table(Easel easel) {
    easel.glow(0x000000, 0.4, 322, 346, 84, 9);
    easel.line(0x4A2C15, 5, 268, 322, 262, 348).line(0x4A2C15, 5, 376, 322, 382, 348);
    easel
        .fall(0x5E3A1D, 0x4A2C15, Form.oval(322, 322, 78, 13))
        .fall(0x96643A, 0x7A4C28, Form.oval(322, 318, 78, 13));
    easel.fill(0xC9A25A, Form.oval(330, 316, 34, 6)).fill(0xE2C27C, Form.oval(330, 315, 31, 5));
    glass(easel, 318).glow(0xFFFFFF, 0.2, 318, 304, 6);
    glass(easel, 344);
    easel
        .fill(0xF1E6CF, Form.oval(280, 317, 15, 4))
        .fill(0xA9672F, Form.oval(276, 314, 5, 3))
        .fill(0xB5763A, Form.oval(285, 314, 5, 3));
  }

  private static Easel glass(Easel easel, double x) {
    easel.fill(0xF7EFD9, Form.oval(x, 314, 8, 2.2));
    return easel
        .fall(
            0xE8C690,
            0x9C4A1C,
            Form.blob(
                x - 5, 298, x - 5, 304, x - 2.4, 304, x - 4.5, 313, x, 315, x, 315, x + 4.5, 313,
                x + 2.4, 304, x + 5, 304, x + 5, 298))
        .faintLine(0xFFFFFF, 0.7, 1, Form.oval(x, 298, 5, 1.2));
  }

  private static void sunlight(Easel easel) {
    if (easel.light() == Light.DAY) {
      easel.veil(0xFFEFC0, 0.12, Form.polygon(50, 100, 170, 86, 420, 360, 230, 360));
    }
  }

  @Override
  public void paintMoving(Easel easel, Moment moment) {
    curtain(easel, 14, 1, moment.swing(6.5, 0));
    curtain(easel, 210, -1, moment.swing(5.3, 0.4));
    pendulum(easel, moment);
    hands(easel, moment.clock());
    easel.at(
        418,
        243,
        1.12,
        1.12,
        () -> Cat.sleeping(easel, moment.swing(3.6, 0), moment.swing(4.4, 0.2)));
    steam(easel, moment, 318);
    steam(easel, moment, 344);
  }

  private static void curtain(Easel easel, double x, int side, double stir) {
    double hem = 50 + stir * 7;
    easel.at(
        x,
        54,
        side,
        1,
        () -> {
          easel.sweep(
              0xC0633F,
              0x8E4028,
              Form.blob(
                  0, 0, 22, 2, 36, 40, 34, 90, 34, 130, hem, 180, hem, 204, 34, 210, 14, 202, 0,
                  208));
          for (int fold = 1; fold < 4; fold++) {
            double foot = fold * (11 + stir * 1.5);
            easel.faintLine(
                0x5E2616, 0.5, 2, Form.curve(fold * 8, 3, fold * 8 + 3, 70, foot, 130, foot, 202));
          }
        });
  }

  private static void pendulum(Easel easel, Moment moment) {
    easel.turned(
        CLOCK_X,
        146,
        0.24 * moment.swing(2, 0),
        () ->
            easel.line(0xC99A4B, 1.8, 0, 0, 0, 40).fall(0xF2D084, 0xB98433, Form.circle(0, 42, 7)));
  }

  private static void hands(Easel easel, LocalTime time) {
    double minutes = time.getMinute() + time.getSecond() / 60.0;
    hand(easel, (time.getHour() % 12 + minutes / 60) / 12, 10, 2.6, 0x3A2412);
    hand(easel, minutes / 60, 15, 1.8, 0x3A2412);
    hand(easel, time.getSecond() / 60.0, 17, 0.9, 0xB4402A);
    easel.fill(0x3A2412, Form.circle(CLOCK_X, CLOCK_Y, 2));
  }

  private static void hand(Easel easel, double turn, double length, double width, int rgb) {
    double angle = 2 * Math.PI * turn;
    easel.line(
        rgb,
        width,
        CLOCK_X,
        CLOCK_Y,
        CLOCK_X + length * Math.sin(angle),
        CLOCK_Y - length * Math.cos(angle));
  }

  private static void steam(Easel easel, Moment moment, double x) {
    for (int wisp = 0; wisp < 2; wisp++) {
      double way = moment.way(3.2, wisp * 0.5 + x * 0.01);
      double y = 295 - way * 26;
      double sway = 3 * Math.sin(way * 7 + x);
      easel.faintLine(
          0xFFFFFF,
          0.42 * (1 - way),
          2.4,
          Form.curve(x, y, x + sway, y - 4, x - sway, y - 8, x + sway, y - 13));
    }
  }
}
