package io.mashrabiya.media.scene;

import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// The shapes that rooms are built from. All lengths are units of the [Easel].
final class Form {
  private Form() {}

  static Shape box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  static Shape rounded(double x, double y, double width, double height, double radius) {
    return new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
  }

  static Shape oval(double centreX, double centreY, double radiusX, double radiusY) {
    return new Ellipse2D.Double(centreX - radiusX, centreY - radiusY, 2 * radiusX, 2 * radiusY);
  }

  static Shape circle(double centreX, double centreY, double radius) {
    return oval(centreX, centreY, radius, radius);
  }

  /// Part of an oval's rim, in degrees from three o'clock, against the clock.
  static Shape rim(
      double centreX, double centreY, double radiusX, double radiusY, double start, double extent) {
    return new Arc2D.Double(
        centreX - radiusX, centreY - radiusY, 2 * radiusX, 2 * radiusY, start, extent, Arc2D.OPEN);
  }

  /// A closed polygon through x, y pairs.
  static Shape polygon(double... xy) {
    Path2D path = open(xy);
    path.closePath();
    return path;
  }

  /// An open line through x, y pairs.
  static Path2D open(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    return path;
  }

  /// A smooth line from the first point, through cubic curves of three points each.
  static Path2D curve(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 6) {
      path.curveTo(xy[i], xy[i + 1], xy[i + 2], xy[i + 3], xy[i + 4], xy[i + 5]);
    }
    return path;
  }

  /// A smooth closed outline, given as for [#curve].
  static Shape blob(double... xy) {
    Path2D path = curve(xy);
    path.closePath();
    return path;
  }

  /// An opening with a pointed arch: straight sides up to `rise` below the point.
  static Shape arch(double x, double y, double width, double height, double rise) {
    double middle = x + width / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(x, y + height);
    path.lineTo(x, y + rise);
    path.curveTo(x, y + rise * 0.42, x + width * 0.24, y + rise * 0.16, middle, y);
    path.curveTo(
        x + width * 0.76, y + rise * 0.16, x + width, y + rise * 0.42, x + width, y + rise);
    path.lineTo(x + width, y + height);
    path.closePath();
    return path;
  }

  /// A star of `points` points.
  static Shape star(double centreX, double centreY, int points, double outer, double inner) {
    double[] xy = new double[4 * points];
    for (int i = 0; i < 2 * points; i++) {
      double angle = i * Math.PI / points;
      double radius = i % 2 == 0 ? outer : inner;
      xy[2 * i] = centreX + radius * Math.sin(angle);
      xy[2 * i + 1] = centreY - radius * Math.cos(angle);
    }
    return polygon(xy);
  }

  /// A crescent open to the right.
  static Shape crescent(double centreX, double centreY, double radius) {
    var moon = new Area(circle(centreX, centreY, radius));
    moon.subtract(new Area(circle(centreX + radius * 0.45, centreY - radius * 0.15, radius * 0.8)));
    return moon;
  }
}
