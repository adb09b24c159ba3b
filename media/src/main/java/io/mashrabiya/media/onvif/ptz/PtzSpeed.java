package io.mashrabiya.media.onvif.ptz;

/// How fast a camera turns, in the generic velocity spaces: from -1 to 1 of its greatest speed.
///
/// @param pan to the right
/// @param tilt upwards
/// @param zoom nearer
public record PtzSpeed(double pan, double tilt, double zoom) {
  /// @throws IllegalArgumentException if one of them is not from -1 to 1
  public PtzSpeed {
    if (!(Math.abs(pan) <= 1 && Math.abs(tilt) <= 1 && Math.abs(zoom) <= 1)) {
      throw new IllegalArgumentException("speeds are from -1 to 1");
    }
  }
}
