package io.mashrabiya.home.authority;

import io.mashrabiya.home.ladder.Looker;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.sealed.Track;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Knows which of a camera's tracks serves who best. What a device may see and hear at all is ruled
/// before.
public interface TrackChoice {
  /// Chooses one for a device that asks.
  ///
  /// @param open for one of this household's cameras
  /// @param all who look and listen already
  Track choose(DeviceId device, Request.Open open, Map<RequestHash, Looker> all);

  /// Of a device's sessions those that another track would serve better by now.
  ///
  /// @param all who look and listen, the device among them
  List<RequestHash> anew(Map<RequestHash, Looker> all, DeviceId device, Instant now);
}
