package io.mashrabiya.home.ladder;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.letter.Wish;
import io.mashrabiya.wire.sealed.Track;
import java.util.List;

/// Somebody who looks at a camera or listens to it: an open session.
///
/// @param track that it is sent
/// @param decode what the viewer can decode, as RFC 6381 codec strings
/// @param wish how much is of use to it, by what it said last
public record Looker(
    DeviceId device, CameraId camera, Track track, List<String> decode, Wish wish) {
  public Looker {
    decode = List.copyOf(decode);
  }

  /// The same on a line that carries so much by now.
  public Looker carrying(long bitsPerSecond) {
    return new Looker(device, camera, track, decode, new Wish(bitsPerSecond, wish.heightPixels()));
  }
}
