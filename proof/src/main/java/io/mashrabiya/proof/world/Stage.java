package io.mashrabiya.proof.world;

import io.mashrabiya.relay.cache.CacheLimits;
import io.mashrabiya.relay.cache.NewestGroups;
import io.mashrabiya.relay.rollout.Rollout;
import io.mashrabiya.relay.rollout.Share;
import io.mashrabiya.relay.route.Subscribers;
import io.mashrabiya.relay.tally.Tally;
import java.time.Duration;

/// Which parts a history's relay keeps pictures by, and what its operator does about them.
@FunctionalInterface
public interface Stage {
  /// Those that ship, and the operator does nothing.
  Stage SHIPPED =
      (rollout, tally) ->
          new io.mashrabiya.relay.Relay.Keeping(
              new NewestGroups(CacheLimits.DEFAULT, tally), new Subscribers());

  /// The parts of a relay that starts.
  ///
  /// @param rollout outlives it
  io.mashrabiya.relay.Relay.Keeping parts(Rollout rollout, Tally tally);

  /// The history begins.
  default void begins(Operator operator) {}

  /// Whoever runs the relay.
  interface Operator {
    /// Since the history began.
    Duration now();

    void after(Duration delay, Runnable deed);

    /// The change reaches such a share from now on.
    void turns(Share share);
  }
}
