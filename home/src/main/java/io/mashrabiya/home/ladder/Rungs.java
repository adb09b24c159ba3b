package io.mashrabiya.home.ladder;

import io.mashrabiya.wire.ids.CameraId;
import java.util.List;

/// Knows in which ways cameras can be shown by now.
@FunctionalInterface
public interface Rungs {
  /// All ways to show a camera to who decodes this, from the least to the most; one at least.
  ///
  /// @param decode as RFC 6381 codec strings
  List<Rung> of(CameraId camera, List<String> decode);
}
