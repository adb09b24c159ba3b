package io.mashrabiya.home.live;

import io.mashrabiya.home.live.CameraSeal.FreshStill;
import io.mashrabiya.vault.keys.StillKey;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.util.Optional;

/// A camera's newest still, which may be of an epoch before.
///
/// Not thread-safe: its camera's lock guards it.
final class StillLane {
  private final CameraId camera;
  private final Outlet outlet;
  private FrameSealer sealer;
  private Optional<FreshStill> newest;

  /// @param stored the newest still from before the start, with its key
  StillLane(CameraId camera, FrameSealer sealer, Optional<FreshStill> stored, Outlet outlet) {
    this.camera = camera;
    this.sealer = sealer;
    this.newest = stored;
    this.outlet = outlet;
  }

  FreshStill seal(long captureMicros, byte[] image) {
    SealedFrame frame = sealer.seal(Kind.STILL, captureMicros, image);
    FreshStill still = new FreshStill(frame, new StillKey(sealer.kid(), sealer.baseKey()));
    newest = Optional.of(still);
    outlet.offer(camera, frame);
    return still;
  }

  void begin(FrameSealer next) {
    sealer = next;
  }

  void resend() {
    newest.ifPresent(still -> outlet.offer(camera, still.frame()));
  }

  /// One that waits for the line stays at home.
  void forget() {
    newest = Optional.empty();
    outlet.drop(camera, sealer.kid().track());
  }

  /// The key of the newest still, if it is of another epoch than these sealers.
  Optional<StillKey> olderKey(FrameSealer current) {
    return newest.map(FreshStill::key).filter(key -> !key.kid().equals(current.kid()));
  }

  TrackStart start() {
    return newest
        .map(still -> new TrackStart(still.frame().kid(), still.frame().number()))
        .orElseGet(() -> new TrackStart(sealer.kid(), 0));
  }
}
