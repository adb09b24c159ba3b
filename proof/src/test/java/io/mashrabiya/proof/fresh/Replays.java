package io.mashrabiya.proof.fresh;

import io.mashrabiya.proof.middle.Feeder;
import io.mashrabiya.proof.middle.Passage;
import io.mashrabiya.proof.world.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Keeps what it hands out, and hands it out again when told.
final class Replays extends Feeder {
  private final List<Message> kept = new ArrayList<>();
  private final Set<Passage> told = new HashSet<>();
  private volatile boolean repeatsOne;
  private volatile boolean repeatsAll;

  /// Once, beside the next frame.
  void repeatTheFirstFrame() {
    repeatsOne = true;
  }

  /// To everybody who comes from now on, in place of what is new.
  void repeatAllInPlaceOfTheNew() {
    repeatsAll = true;
  }

  @Override
  protected void feed(Passage passage, Message frame) {
    if (repeatsAll) {
      if (told.add(passage)) {
        kept.forEach(passage::fromRelay);
      }
      return;
    }
    kept.add(frame);
    told.add(passage);
    passage.fromRelay(frame);
    if (repeatsOne) {
      repeatsOne = false;
      passage.fromRelay(kept.getFirst());
    }
  }
}
