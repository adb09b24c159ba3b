package io.mashrabiya.relay.route;

import java.time.Duration;

/// What becomes of key frames on a line that is too slow for them. Pure.
public enum StillPolicy {
  /// They go, however long they take.
  OFF {
    @Override
    boolean leavesOut(Duration takes, boolean getsStills) {
      return false;
    }
  },

  /// They are left out while the viewer gets the camera's stills.
  ON {
    @Override
    boolean leavesOut(Duration takes, boolean getsStills) {
      return getsStills && takes.compareTo(KEY_PATIENCE) > 0;
    }
  };

  /// Stills come every ten seconds while somebody looks: key frames that are under way for more
  /// than half of that would hold them up, and be no fresher.
  static final Duration KEY_PATIENCE = Duration.ofSeconds(6);

  /// Whether a key frame is left out.
  ///
  /// @param takes how long it would be under way; nothing while nothing is known of the line
  /// @param getsStills whether stills of the same camera were sent to this viewer, or wait to be
  abstract boolean leavesOut(Duration takes, boolean getsStills);
}
