package io.mashrabiya.proof.apart;

import io.mashrabiya.proof.middle.Mischief;
import io.mashrabiya.proof.middle.Passage;
import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Message;
import java.util.ArrayList;
import java.util.List;

/// Two homes whose links were mixed up: all that is for the one comes to the other, and what the
/// one answers counts as the other's.
final class CrossedHomes implements Mischief {
  private final List<Passage> homes = new ArrayList<>();
  private volatile boolean areCrossed;
  private volatile long crossed;

  void cross() {
    areCrossed = true;
  }

  void uncross() {
    areCrossed = false;
  }

  /// How many messages reached the wrong home.
  long crossed() {
    return crossed;
  }

  @Override
  public void toRelay(Passage passage, Message message) {
    if (passage.door() == Door.HOME && !homes.contains(passage)) {
      homes.add(passage);
    }
    other(passage).toRelay(message);
  }

  @Override
  public void fromRelay(Passage passage, Message message) {
    other(passage).fromRelay(message);
  }

  private Passage other(Passage passage) {
    int index = homes.indexOf(passage);
    if (!areCrossed || index < 0) {
      return passage;
    }
    crossed++;
    return homes.get(1 - index);
  }
}
