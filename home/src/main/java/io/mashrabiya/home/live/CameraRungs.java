package io.mashrabiya.home.live;

import io.mashrabiya.home.ladder.Rung;
import io.mashrabiya.wire.sealed.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// In which ways a camera can be shown to somebody: its own streams, and what is made of them where
/// that is notably less. Pure.
final class CameraRungs {
  /// What streams take of which nothing was measured yet.
  private static final long USUAL_MAIN = 3_000_000;

  private static final long USUAL_SUB = 600_000;
  private static final int MAIN_HEIGHT = 1_080;
  private static final int SUB_HEIGHT = 480;

  /// What sealing and sending adds to small frames.
  private static final double WRAPPED = 1.1;

  /// What is made has to be less than the camera's own by that.
  private static final double WORTH_MAKING = 1.4;

  private static final Rung GLIMPSE = new Rung(Track.GLIMPSE, 24_000, 180, true);
  private static final List<Rung> COPIES =
      List.of(made(Track.LOW, CopySize.LOW), made(Track.TRANSCODE, CopySize.SMALL));

  private CameraRungs() {}

  private static Rung made(Track track, CopySize size) {
    return new Rung(track, (long) (WRAPPED * size.bitsPerSecond()), size.heightPixels(), true);
  }

  /// From the least to the most.
  ///
  /// @param main what the main stream takes, 0 when nobody knows; empty when it cannot be decoded
  /// @param sub the same of the sub stream; empty when there is none that can be counted on
  static List<Rung> of(OptionalLong main, OptionalLong sub) {
    Optional<Rung> mainRung = own(main, Track.MAIN, USUAL_MAIN, MAIN_HEIGHT);
    Optional<Rung> subRung =
        own(sub, Track.SUB, USUAL_SUB, SUB_HEIGHT)
            .filter(rung ->
                mainRung.isEmpty() || rung.bitsPerSecond() < mainRung.get().bitsPerSecond());
    long leastOwn = subRung.or(() -> mainRung).map(Rung::bitsPerSecond).orElse(Long.MAX_VALUE);
    List<Rung> rungs = new ArrayList<>(List.of(GLIMPSE));
    COPIES.stream()
        .filter(copy -> WORTH_MAKING * copy.bitsPerSecond() < leastOwn)
        .forEach(rungs::add);
    subRung.ifPresent(rungs::add);
    mainRung.ifPresent(rungs::add);
    return List.copyOf(rungs);
  }

  private static Optional<Rung> own(OptionalLong bits, Track track, long usual, int height) {
    return bits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Rung(track, bits.getAsLong() == 0 ? usual : bits.getAsLong(), height, false));
  }
}
