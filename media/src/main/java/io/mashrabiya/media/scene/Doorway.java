package io.mashrabiya.media.scene;

import java.util.Random;

/// The front door: an arch of two stones, a wooden bay with a lattice, pots, a lantern; a cat walks
/// by, leaves fall.
final class Doorway implements Room {
  private static final double GROUND = 286;
  private static final int WOOD = 0x7A4827;
  private static final int RED_STONE = 0xB4694A;
  private static final int PALE_STONE = 0xEBD8B2;
  private static final int BRASS = 0xD9A441;

  @Override
  public void paintStill(Easel easel) {
    street(easel);
    wall(easel);
    portal(easel);
    bay(easel);
    lantern(easel, 207, 132);
    ground(easel);
    steps(easel);
    pot(easel, 168, 300, 1.0, 0x5E7F45);
    pot(easel, 426, 300, 0.86, 0x6F8E55);
    pot(easel, 604, 318, 1.25, 0x557A48);
    blossom(easel);
    sunlight(easel);
  }

  private static void street(Easel easel) {
    easel.sky(0x8CC2E4, 0xF3EBD4, Form.box(0, 0, 120, GROUND));
    easel.fill(
        0xB9C4A3,
        Form.blob(
            0, 214, 22, 190, 46, 196, 66, 208, 84, 198, 104, 192, 120, 210, 120, 290, 0, 290, 0,
            290));
    easel.fill(0x93A67C, Form.blob(0, 236, 30, 218, 70, 226, 120, 232, 120, 290, 60, 290, 0, 290));
    for (double x : new double[] {16, 31, 70}) {
      easel.fall(
          0x5E7D55,
          0x3F5C40,
          Form.blob(x, 160, x + 12, 196, x + 10, 240, x, 240, x - 10, 240, x - 12, 196, x, 160));
    }
    easel.fall(0xE5CFA9, 0xC9AD82, Form.box(0, 238, 110, 50));
    easel.fill(0xF0DFC0, Form.box(0, 234, 110, 6));
  }

  private static void wall(Easel easel) {
    easel.shade(0xF4E4C6, 96, 0, 0xD9BC8E, 640, 290, Form.box(96, 0, 544, GROUND));
    easel.sweep(0xB99A6B, 0xE9D4AE, Form.box(96, 0, 9, GROUND));
    easel.fall(0xC9AA7C, 0xAF8F63, Form.box(96, 258, 544, 28));
    easel.line(0xE6CD9F, 1.6, 96, 258, 640, 258);
    for (int x = 130; x < 640; x += 54) {
      easel.line(0x9E7F55, 1, x, 259, x, 286);
    }
    Random speckle = new Random(11);
    for (int i = 0; i < 60; i++) {
      double x = 110 + speckle.nextDouble() * 520;
      double y = speckle.nextDouble() * 250;
      easel.veil(0x9C7A4A, 0.07, Form.oval(x, y, 4 + speckle.nextDouble() * 16, 1.6));
    }
  }

  private static void portal(Easel easel) {
    easel.glow(0x5A3C1C, 0.35, 322, 200, 120, 130);
    var outer = Form.arch(236, 66, 152, 220, 92);
    easel.fill(0xE9D5AC, outer);
    easel.inside(outer, () -> stones(easel));
    easel.faintLine(0x6B4A26, 0.5, 1.4, outer);
    easel.fall(0x4A2A15, 0x2A170B, Form.arch(259, 92, 106, 194, 70));
    doorLeaves(easel);
    fanlight(easel);
    easel.line(0x4A2B16, 3, Form.arch(260, 93, 104, 194, 70));
  }

  /// Stones of two colours in turn, as fans around the arch and as courses down its sides.
  private static void stones(Easel easel) {
    for (int i = -9; i <= 9; i++) {
      int rgb = i % 2 == 0 ? RED_STONE : PALE_STONE;
      easel.turned(312, 168, i * 0.165, () -> easel.fill(rgb, Form.box(-9, -110, 18, 110)));
    }
    for (int course = 0; course < 8; course++) {
      int rgb = course % 2 == 0 ? RED_STONE : PALE_STONE;
      double y = 150 + course * 17;
      easel.fill(rgb, Form.box(236, y, 26, 17)).fill(rgb, Form.box(362, y, 26, 17));
    }
  }

  private static void fanlight(Easel easel) {
    var glass = Form.arch(268, 100, 88, 52, 52);
    easel.fall(0xF6D488, 0xE2A54F, glass);
    easel.inside(
        glass,
        () -> {
          for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 7; column++) {
              double x = 270 + column * 14 + (row % 2) * 7;
              double y = 104 + row * 14;
              easel.line(0x5A341A, 1.6, Form.star(x, y, 8, 8.5, 5.4));
            }
          }
        });
    easel.line(0x5A341A, 3, glass);
  }

  private static void doorLeaves(Easel easel) {
    for (int leaf = 0; leaf < 2; leaf++) {
      double x = 266 + leaf * 46.5;
      easel.sweep(0x8A5630, 0x6A3D1F, Form.box(x, 154, 45.5, 132));
      for (int plank = 1; plank < 4; plank++) {
        easel.line(0x553017, 0.9, x + plank * 11.4, 154, x + plank * 11.4, 286);
      }
      for (int panel = 0; panel < 2; panel++) {
        double y = 160 + panel * 62;
        easel.fall(0x6B3E20, 0x7E4B29, Form.rounded(x + 5, y, 35.5, 56, 3));
        easel.line(0x4A2913, 1, Form.rounded(x + 5, y, 35.5, 56, 3));
        easel.line(0xA5713F, 1.2, Form.star(x + 22.7, y + 28, 8, 16, 10.5));
        easel.fill(0x8F5C34, Form.star(x + 22.7, y + 28, 8, 8, 5.4));
        easel.fill(BRASS, Form.circle(x + 22.7, y + 28, 2.2));
      }
      for (int stud = 0; stud < 5; stud++) {
        easel.fill(BRASS, Form.circle(x + 4.6 + stud * 9, 219, 1.4));
      }
    }
    easel.line(0x3A2010, 2, 312, 154, 312, 286);
    for (double x : new double[] {305.5, 318.5}) {
      easel.fill(BRASS, Form.circle(x, 226, 3)).line(BRASS, 1.8, Form.circle(x, 231.5, 4.4));
    }
  }

  private static void bay(Easel easel) {
    easel.veil(0x5E421F, 0.32, Form.polygon(470, 226, 592, 226, 604, 118, 580, 104));
    easel.fall(0x7F4D2A, 0x5C3519, Form.polygon(446, 96, 572, 96, 578, 106, 440, 106));
    easel.fall(0x8C5832, 0x6D4022, Form.box(448, 106, 122, 108));
    for (int panel = 0; panel < 3; panel++) {
      lattice(easel, 454 + panel * 38.5, 114, 33, 66);
      lattice(easel, 454 + panel * 38.5, 186, 33, 20);
    }
    easel.fall(0x8F5B34, 0x5C3519, Form.polygon(442, 212, 576, 212, 570, 222, 448, 222));
    for (int bracket = 0; bracket < 3; bracket++) {
      double x = 460 + bracket * 44;
      easel.fall(
          WOOD,
          0x4E2C15,
          Form.blob(x, 222, x, 230, x + 4, 236, x + 5, 246, x + 8, 236, x + 10, 230, x + 10, 222));
    }
  }

  private static void lattice(Easel easel, double x, double y, double width, double height) {
    var opening = Form.rounded(x, y, width, height, 2);
    easel.fall(0x3A2010, 0x6E4218, opening);
    easel.glow(0xFFC96B, 0.7, x + width / 2, y + height * 0.7, width * 0.7, height * 0.7);
    easel.inside(
        opening,
        () -> {
          for (double dy = -width; dy < height + width; dy += 8.25) {
            easel.line(0x7A4A27, 2, x, y + dy, x + width, y + dy + width);
            easel.line(0x7A4A27, 2, x, y + dy, x + width, y + dy - width);
          }
          for (double dy = 0; dy <= height; dy += 8.25) {
            for (double dx = 0; dx <= width; dx += 8.25) {
              easel.fill(0xA9713F, Form.circle(x + dx, y + dy, 1.9));
            }
          }
        });
    easel.line(0x4E2C15, 1.4, opening);
  }

  private static void lantern(Easel easel, double x, double y) {
    boolean night = easel.light() == Light.NIGHT;
    easel.glow(0xFFE2A0, night ? 0.95 : 0.35, x, y + 16, night ? 96 : 46);
    easel.line(0x3A2B1C, 2.4, Form.curve(x + 16, y - 18, x + 6, y - 20, x, y - 16, x, y - 6));
    easel.fill(0x3A2B1C, Form.polygon(x - 9, y + 2, x, y - 9, x + 9, y + 2));
    easel.fall(
        0xFFF3CF, 0xF2B857, Form.polygon(x - 8, y + 2, x + 8, y + 2, x + 6, y + 26, x - 6, y + 26));
    for (int bar = -1; bar <= 1; bar++) {
      easel.line(0x4A3722, 1.4, x + bar * 7.6, y + 2, x + bar * 5.8, y + 26);
    }
    easel.line(0x4A3722, 1.4, x - 7, y + 14, x + 7, y + 14);
    easel.fill(0x3A2B1C, Form.rounded(x - 7, y + 25, 14, 4, 2));
  }

  private static void ground(Easel easel) {
    easel.fall(0xD8C19A, 0xA98D66, Form.box(0, GROUND, 640, 74));
    for (int i = -14; i <= 14; i++) {
      easel.faintLine(0x7A6244, 0.45, 1, Form.open(320 + i * 44, GROUND, 320 + i * 92, 360));
    }
    for (double y : new double[] {297, 311, 332}) {
      easel.faintLine(0x7A6244, 0.45, 1, Form.open(0, y, 640, y));
    }
    easel.fall(0x8E7350, 0xC6AC83, Form.box(96, GROUND, 544, 5));
  }

  private static void steps(Easel easel) {
    easel.glow(0x3A2A14, 0.4, 312, 316, 130, 14);
    easel
        .fall(0xD9C094, 0xB4966A, Form.box(222, 299, 180, 15))
        .fill(0xEBD6AE, Form.box(222, 297, 180, 4));
    easel
        .fall(0xDCC499, 0xBC9F73, Form.box(238, 286, 148, 12))
        .fill(0xF0DDB8, Form.box(238, 284, 148, 4));
    easel.fill(0x8A3F2F, Form.polygon(276, 288, 348, 288, 354, 296, 270, 296));
    easel.line(0xC98A5E, 1.2, Form.polygon(280, 289.4, 344, 289.4, 349, 294.6, 275, 294.6));
  }

  private static void pot(Easel easel, double x, double foot, double scale, int leaf) {
    easel.at(
        x,
        foot,
        scale,
        scale,
        () -> {
          easel.glow(0x000000, 0.35, 6, 0, 40, 8);
          easel.sweep(0xC9744A, 0x8E4A2C, Form.polygon(-19, -34, 19, -34, 14, 1, -14, 1));
          easel.sweep(0xDA875A, 0x9C5433, Form.rounded(-22, -40, 44, 9, 2));
          easel.line(0xE9B98C, 1, -18, -22, 17, -22);
          leaves(easel, leaf);
        });
  }

  private static void leaves(Easel easel, int leaf) {
    Random growth = new Random(leaf);
    for (int i = 0; i < 90; i++) {
      double angle = growth.nextDouble() * Math.PI * 2;
      double reach = Math.sqrt(growth.nextDouble());
      double x = Math.cos(angle) * reach * 31;
      double y = -72 + Math.sin(angle) * reach * 36;
      double shade = Math.clamp((x + y + 72) / 90 + 0.35, 0, 0.8);
      int rgb = Easel.mix(Easel.mix(leaf, 0xF2E9A8, 0.3), 0x24361F, shade);
      easel.turned(x, y, angle, () -> easel.fill(rgb, Form.oval(0, 0, 8.5, 4)));
    }
  }

  private static void blossom(Easel easel) {
    Random growth = new Random(5);
    for (int i = 0; i < 230; i++) {
      double down = growth.nextDouble();
      double x = 648 - growth.nextDouble() * (62 - 26 * down) - 6 * Math.sin(down * 9);
      double y = 62 + down * 176;
      int rgb = growth.nextInt(3) == 0 ? 0x66874A : growth.nextBoolean() ? 0xC2417E : 0xD9659A;
      easel.turned(x, y, growth.nextDouble() * 6, () -> easel.fill(rgb, Form.oval(0, 0, 6.2, 3.6)));
    }
  }

  private static void sunlight(Easel easel) {
    if (easel.light() == Light.NIGHT) {
      return;
    }
    easel.veil(0xFFF1C4, 0.14, Form.polygon(96, 0, 300, 0, 470, 286, 250, 286, 96, 120));
    Random foliage = new Random(3);
    for (int i = 0; i < 70; i++) {
      double along = foliage.nextDouble();
      double x = 118 + along * 120 + foliage.nextDouble() * 46;
      double y = 236 - along * 60 - foliage.nextDouble() * 130;
      easel.turned(
          x, y, foliage.nextDouble() * 3, () -> easel.veil(0x6B5230, 0.07, Form.oval(0, 0, 13, 5)));
    }
  }

  @Override
  public void paintMoving(Easel easel, Moment moment) {
    for (int leaf = 0; leaf < 4; leaf++) {
      fallingLeaf(easel, moment, leaf);
    }
    double way = moment.way(17, 0);
    double walked = Math.min(way, 0.72) / 0.72;
    if (walked < 1) {
      easel.at(-60 + walked * 760, 342, 1.25, 1.25, () -> Cat.walking(easel, walked * 22));
    }
  }

  private static void fallingLeaf(Easel easel, Moment moment, int leaf) {
    double way = moment.way(7 + leaf * 1.7, leaf * 0.31);
    double x = 40 + leaf * 148 + 26 * Math.sin(way * 11 + leaf) + way * 30;
    double y = -10 + way * 345;
    int rgb = leaf % 2 == 0 ? 0xC98A3A : 0xB9603A;
    easel.turned(
        x,
        y,
        way * 9 + leaf,
        () -> easel.fill(rgb, Form.blob(-6, 0, -2, -4, 3, -3, 7, 0, 3, 3, -2, 4, -6, 0)));
  }
}
