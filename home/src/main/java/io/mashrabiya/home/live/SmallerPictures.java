package io.mashrabiya.home.live;

import io.mashrabiya.media.Frame;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Track;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/// What of a camera those get that cannot decode its main stream: its sub stream, else a small copy
/// of the main one. Both are made only while somebody needs them.
///
/// Guarantee: while the main stream comes, whoever was given the sub stream does not stay in the
/// dark. Where it fails, or sends nothing that is younger than three seconds, the small copy stands
/// in for it on its lane, until its next key frame.
///
/// Not thread-safe: its camera's lock guards it.
final class SmallerPictures {
  private static final long PATIENCE_MICROS = 3_000_000;

  private final PictureLane sub;
  private final PictureLane small;
  private final SmallCopy copy;
  private Optional<Supply> subStream = Optional.empty();
  private OptionalLong newestSubMicros = OptionalLong.empty(); // or since when it is waited for
  private long newestMainMicros;
  private boolean standsIn;

  /// @param mainGroup the main stream's newest group
  /// @param copied takes the copy's frames to [#acceptCopy], under the camera's lock
  SmallerPictures(
      CameraId camera,
      PictureLane sub,
      PictureLane small,
      Copier copier,
      Supplier<List<Frame>> mainGroup,
      SmallCopy.Into copied) {
    this.sub = sub;
    this.small = small;
    this.copy = new SmallCopy(camera, CopySize.SMALL, copier, mainGroup, copied);
  }

  /// The main stream's next picture, which is in its group already.
  void accept(Frame frame) {
    boolean copied = isCopied();
    newestMainMicros = frame.captureTimeMicros();
    if (sub.isLeased() && !standsIn && isSubMissing(frame.captureTimeMicros())) {
      standsIn = true;
      sub.forget(); // what follows on the lane depends on nothing that the sub stream sent
    }
    if (standsIn && !copied) {
      copy.begin();
    } else if (copied) {
      copy.accept(frame);
    }
  }

  private boolean isSubMissing(long nowMicros) {
    if (newestSubMicros.isEmpty()) {
      newestSubMicros = OptionalLong.of(nowMicros);
    }
    return !hasHopefulSub() || nowMicros - newestSubMicros.getAsLong() > PATIENCE_MICROS;
  }

  void acceptCopy(int from, Frame frame) {
    if (!copy.isNewest(from)) {
      return;
    }
    if (small.isLeased()) {
      small.accept(frame);
    }
    if (standsIn) {
      sub.accept(frame);
    }
  }

  void acceptSub(Frame frame) {
    boolean isForNobody = !sub.isLeased() || frame.track().isSound();
    if (isForNobody || (standsIn && (!frame.key() || isOld(frame)))) {
      return;
    }
    endStandIn();
    newestSubMicros = OptionalLong.of(frame.captureTimeMicros());
    sub.accept(frame);
  }

  /// What its way held back comes late, and is no reason to wait for the rest of it.
  private boolean isOld(Frame frame) {
    return newestMainMicros - PATIENCE_MICROS > frame.captureTimeMicros();
  }

  private void endStandIn() {
    if (standsIn) {
      standsIn = false;
      if (!isCopied()) {
        copy.end();
      }
    }
  }

  private boolean isCopied() {
    return small.isLeased() || standsIn;
  }

  void subStream(Optional<Supply> supply) {
    if (sub.isLeased()) {
      subStream.ifPresent(old -> old.wanted(false));
      supply.ifPresent(next -> next.wanted(true));
    }
    subStream = supply;
  }

  /// What the sub stream takes, in bit/s, 0 while nobody knows; empty while it cannot be counted
  /// on.
  OptionalLong subBitsPerSecond() {
    return hasHopefulSub() ? OptionalLong.of(sub.bitsPerSecond()) : OptionalLong.empty();
  }

  private boolean hasHopefulSub() {
    return subStream.filter(Supply::isHopeful).isPresent();
  }

  /// What is made on demand is old when it is asked for the next time: nothing of it is kept.
  void lease(Set<Track> wanted) {
    leaseSub(wanted.contains(Track.SUB));
    leaseSmall(wanted.contains(Track.TRANSCODE));
  }

  private void leaseSub(boolean wanted) {
    if (sub.lease(wanted)) {
      endStandIn();
      sub.forget();
      newestSubMicros = OptionalLong.empty();
      subStream.ifPresent(supply -> supply.wanted(wanted));
    }
  }

  private void leaseSmall(boolean wanted) {
    if (small.lease(wanted)) {
      small.forget();
      if (!standsIn && wanted) {
        copy.begin();
      } else if (!standsIn) {
        copy.end();
      }
    }
  }
}
