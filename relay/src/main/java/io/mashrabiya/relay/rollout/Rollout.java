package io.mashrabiya.relay.rollout;

import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Sha256;
import java.nio.ByteBuffer;
import java.time.Instant;

/// Which households each change has reached now. Pure and not thread-safe.
///
/// Guarantee: whoever is in at a share is in at every larger one, at every relay and after every
/// restart, because a household's place depends on its id and the change's name alone; and of many
/// households the share is in. Places in two changes have nothing to do with each other, so that it
/// is not always the same households that meet what is new. Not guaranteed: the share among few
/// households, nor anything towards who chooses its own id.
public final class Rollout {
  private static final String LABEL = "mashrabiya/v1/rollout";

  private Ledger ledger;

  public Rollout(Ledger ledger) {
    this.ledger = ledger;
  }

  public boolean isIn(Change change, HouseholdId household) {
    return ledger.share(change).holds(place(change, household));
  }

  /// A household's place in a change, from 0 to 9,999: it is in as soon as the share is larger.
  public static int place(Change change, HouseholdId household) {
    byte[] hash = Sha256.of(LABEL + "\n" + change.label() + "\n" + household);
    return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), Share.WHOLE);
  }

  /// Another share from now on.
  public void turn(Change change, Share share, Reason reason, Instant now) {
    ledger = ledger.with(change, share, reason, now);
  }

  public Ledger ledger() {
    return ledger;
  }
}
