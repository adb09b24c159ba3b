package io.mashrabiya.proof.strike;

import io.mashrabiya.proof.middle.Feeder;
import io.mashrabiya.proof.middle.Passage;
import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Message;
import java.util.HashSet;
import java.util.Set;

/// A relay on the side of a device that was removed: it keeps the device's links, tells it nothing,
/// and goes on handing it all pictures that others get.
final class KeepsFeeding extends Feeder {
  private final Set<Passage> all = new HashSet<>();
  private Set<Passage> favoured = Set.of();
  private volatile long fed;

  /// Whoever is linked now is the device that is going to be removed. Called on any thread.
  synchronized void favourWhoIsHere() {
    favoured = Set.copyOf(all);
  }

  /// How many pictures it handed to the removed device that were not for it.
  long fed() {
    return fed;
  }

  @Override
  public synchronized void toRelay(Passage passage, Message message) {
    if (passage.door() == Door.DEVICE || passage.door() == Door.DEVICE_MEDIA) {
      all.add(passage);
    }
    super.toRelay(passage, message);
  }

  @Override
  protected synchronized void feed(Passage passage, Message frame) {
    passage.fromRelay(frame);
    if (favoured.contains(passage)) {
      return;
    }
    for (Passage one : favoured) {
      if (one.door() == Door.DEVICE_MEDIA) {
        one.fromRelay(frame);
        fed++;
      }
    }
  }

  @Override
  public synchronized void fromRelay(Passage passage, Message message) {
    boolean isBadNews =
        favoured.contains(passage)
            && message instanceof Message.Text(String text)
            && (text.contains("\"bye\"") || text.contains("\"letter\""));
    if (!isBadNews) {
      super.fromRelay(passage, message);
    }
  }

  @Override
  public synchronized void ended(Passage passage) {
    if (!favoured.contains(passage)) {
      passage.end();
    }
  }
}
