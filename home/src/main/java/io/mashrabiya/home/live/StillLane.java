package io.mashrabiya.home.live;

import io.mashrabiya.vault.keys.StillKey;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.util.Optional;

/// A camera's newest still of one size, plain and sealed. Each epoch seals it again: a card that
/// held the key of before would open every still of that epoch, for devices whose right has only
/// begun as well.
///
/// Not thread-safe: its camera's lock guards it.
final class StillLane {
  private final CameraId camera;
  private final Outlet outlet;
  private FrameSealer sealer;
  private Optional<Plain> newest;
  private Optional<SealedFrame> sealed;

  /// As it was made.
  ///
  /// @param image a JPEG or WebP file
  record Plain(long captureMicros, byte[] image) {}

  /// @param stored the newest still from before the start
  StillLane(CameraId camera, FrameSealer sealer, Optional<Plain> stored, Outlet outlet) {
    this.camera = camera;
    this.sealer = sealer;
    this.outlet = outlet;
    this.newest = stored;
    this.sealed = stored.map(this::seal);
  }

  SealedFrame seal(long captureMicros, byte[] image) {
    Plain made = new Plain(captureMicros, image);
    SealedFrame frame = seal(made);
    newest = Optional.of(made);
    sealed = Optional.of(frame);
    outlet.offer(camera, frame);
    return frame;
  }

  private SealedFrame seal(Plain still) {
    return sealer.seal(Kind.STILL, still.captureMicros(), still.image());
  }

  /// The newest still is sealed again and goes out in place of the old one.
  void begin(FrameSealer next) {
    sealer = next;
    sealed = newest.map(this::seal);
    resend();
  }

  /// What opens it.
  StillKey key() {
    return new StillKey(sealer.kid(), sealer.baseKey());
  }

  void resend() {
    sealed.ifPresent(frame -> outlet.offer(camera, frame));
  }

  /// One that waits for the line stays at home.
  void forget() {
    newest = Optional.empty();
    sealed = Optional.empty();
    outlet.drop(camera, sealer.kid().track());
  }

  TrackStart start() {
    return new TrackStart(sealer.kid(), sealed.map(SealedFrame::number).orElse(0L));
  }
}
