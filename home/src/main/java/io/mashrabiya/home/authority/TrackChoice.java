package io.mashrabiya.home.authority;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.sealed.Track;
import java.util.List;

/// Knows which of a camera's tracks serves a purpose best.
@FunctionalInterface
public interface TrackChoice {
  /// Chooses one.
  ///
  /// @param camera one of this household
  /// @param decode what the viewer can decode, as RFC 6381 codec strings
  Track choose(CameraId camera, Purpose purpose, List<String> decode);
}
