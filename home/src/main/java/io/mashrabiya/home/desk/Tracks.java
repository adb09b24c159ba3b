package io.mashrabiya.home.desk;

import io.mashrabiya.home.authority.TrackChoice;
import io.mashrabiya.home.ladder.Ladder;
import io.mashrabiya.home.ladder.Looker;
import io.mashrabiya.home.live.Live;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.sealed.Track;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Chooses tracks by what the cameras offer and the lines carry.
final class Tracks implements TrackChoice {
  private final Ladder ladder;

  Tracks(Live live) {
    ladder = new Ladder(live::rungs, live::uplinkBitsPerSecond);
  }

  @Override
  public Track choose(DeviceId device, Request.Open open, Map<RequestHash, Looker> all) {
    if (open.purpose() == Purpose.LISTEN) {
      return Track.SOUND;
    }
    Looker newcomer = new Looker(device, open.camera(), Track.MAIN, open.decode(), open.wish());
    return ladder.choose(newcomer, all.values());
  }

  @Override
  public List<RequestHash> anew(Map<RequestHash, Looker> all, DeviceId device, Instant now) {
    return ladder.anew(all, device, now);
  }
}
