package io.mashrabiya.media.scene;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;

/// Where a room is painted: always 640 by 360 units, whatever the picture's size, in the light of
/// the hour. Colours are `0xRRGGBB` as they look by day. Not safe for use by several threads.
final class Easel {
  static final int WIDTH = 640;
  static final int HEIGHT = 360;

  private final Graphics2D graphics;
  private final Light light;

  /// Paints with `graphics`, which covers a picture of `width` by `height` pixels.
  Easel(Graphics2D graphics, int width, int height, Light light) {
    this.graphics = graphics;
    this.light = light;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale((double) width / WIDTH, (double) height / HEIGHT);
  }

  Light light() {
    return light;
  }

  Easel fill(int rgb, Shape shape) {
    graphics.setPaint(light.on(rgb));
    graphics.fill(shape);
    return this;
  }

  /// Fills with a translucent colour, `alpha` from 0 (nothing) to 1 (opaque).
  Easel veil(int rgb, double alpha, Shape shape) {
    graphics.setPaint(light.on(rgb, alpha));
    graphics.fill(shape);
    return this;
  }

  /// Fills from the one colour at the top of the shape to the other at its foot.
  Easel fall(int top, int foot, Shape shape) {
    var bounds = shape.getBounds2D();
    return shade(
        top, bounds.getX(), bounds.getMinY(), foot, bounds.getX(), bounds.getMaxY(), shape);
  }

  /// The sky of a day, from top to horizon, or a dark one by night.
  Easel sky(int top, int horizon, Shape shape) {
    return switch (light) {
      case DAY -> fall(top, horizon, shape);
      case NIGHT -> fall(0x16181C, 0x33363C, shape);
    };
  }

  /// Fills from the one colour at the left of the shape to the other at its right.
  Easel sweep(int left, int right, Shape shape) {
    var bounds = shape.getBounds2D();
    return shade(
        left, bounds.getMinX(), bounds.getY(), right, bounds.getMaxX(), bounds.getY(), shape);
  }

  /// Fills from the one colour at the first point to the other at the second.
  Easel shade(int from, double x1, double y1, int to, double x2, double y2, Shape shape) {
    graphics.setPaint(
        new LinearGradientPaint(
            new Point2D.Double(x1, y1),
            new Point2D.Double(x2, y2),
            new float[] {0, 1},
            new Color[] {light.on(from), light.on(to)}));
    graphics.fill(shape);
    return this;
  }

  Easel line(int rgb, double width, Shape shape) {
    graphics.setPaint(light.on(rgb));
    graphics.setStroke(round(width));
    graphics.draw(shape);
    return this;
  }

  Easel line(int rgb, double width, double x1, double y1, double x2, double y2) {
    return line(rgb, width, new Line2D.Double(x1, y1, x2, y2));
  }

  /// Draws a translucent line, `alpha` from 0 (nothing) to 1 (opaque).
  Easel faintLine(int rgb, double alpha, double width, Shape shape) {
    graphics.setPaint(light.on(rgb, alpha));
    graphics.setStroke(round(width));
    graphics.draw(shape);
    return this;
  }

  /// A soft round light (or, in a dark colour, a soft shadow) that is gone at `radius` from its
  /// centre.
  Easel glow(int rgb, double alpha, double x, double y, double radius) {
    return glow(rgb, alpha, x, y, radius, radius);
  }

  /// A soft oval light or shadow.
  Easel glow(int rgb, double alpha, double x, double y, double radiusX, double radiusY) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.scale(1, radiusY / radiusX);
    graphics.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(0, 0),
            (float) radiusX,
            new float[] {0, 0.5f, 1},
            new Color[] {light.on(rgb, alpha), light.on(rgb, alpha * 0.4), light.on(rgb, 0)}));
    graphics.fill(Form.oval(0, 0, radiusX, radiusX));
    graphics.setTransform(before);
    return this;
  }

  /// Darkens the whole towards its corners by up to `alpha`, leaving the middle up to `bright` of
  /// the way as it is.
  Easel vignette(double alpha, double bright) {
    graphics.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(WIDTH / 2.0, HEIGHT * 0.52),
            WIDTH * 0.62f,
            new float[] {0, (float) bright, 1},
            new Color[] {clearBlack(0), clearBlack(0), clearBlack(alpha)}));
    graphics.fill(Form.box(0, 0, WIDTH, HEIGHT));
    return this;
  }

  /// Paints only what falls inside `shape`.
  Easel inside(Shape shape, Runnable painting) {
    Shape before = graphics.getClip();
    graphics.clip(shape);
    painting.run();
    graphics.setClip(before);
    return this;
  }

  /// Paints with the origin moved to (x, y) and everything grown by `scale`; a negative one
  /// mirrors.
  Easel at(double x, double y, double scaleX, double scaleY, Runnable painting) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.scale(scaleX, scaleY);
    painting.run();
    graphics.setTransform(before);
    return this;
  }

  /// Paints turned by `radians` around (x, y), which becomes the origin.
  Easel turned(double x, double y, double radians, Runnable painting) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(radians);
    painting.run();
    graphics.setTransform(before);
    return this;
  }

  /// A colour between two: `share` 0 is the first, 1 the second.
  static int mix(int rgb, int other, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = (rgb >> shift) & 0xFF;
      int to = (other >> shift) & 0xFF;
      mixed |= (int) Math.round(from + (to - from) * share) << shift;
    }
    return mixed;
  }

  private static Color clearBlack(double alpha) {
    return new Color(0, 0, 0, (int) Math.round(alpha * 255));
  }

  private static BasicStroke round(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
