package io.mashrabiya.relay.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.peer.Frames;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class GroupTest {
  private static final long GUARD_MILLIS = 20_000;

  private final Frames door = Frames.of(1);
  private final ReferenceQueue<Parcel> collected = new ReferenceQueue<>();

  @Test
  void letGo_pictures_areNotHeldAnyMore() throws Exception {
    var group = new Group(door.key(4));
    group.add(door.delta(5, 4));
    var first = new WeakReference<>(group.parcels().getFirst(), collected);
    assertThat(group.letGo()).isEqualTo(door.key(4).sizeBytes() + door.delta(5, 4).sizeBytes());
    assertThat(group.sizeBytes()).isZero();
    System.gc();
    assertThat((Object) collected.remove(GUARD_MILLIS)).isSameAs(first);
    assertThat(group.placementOf(door.delta(6, 4))).isEqualTo(Placement.CONTINUES);
  }

  @Test
  void letGo_framesThatFollow_goOnAndAreNotKept() {
    var group = new Group(door.key(4));
    group.letGo();
    group.add(door.delta(5, 4));
    assertThat(group.parcels()).isEmpty();
    assertThat(group.sizeBytes()).isZero();
    assertThat(group.placementOf(door.delta(5, 4))).isEqualTo(Placement.REPEATED);
    assertThat(group.placementOf(door.delta(6, 4))).isEqualTo(Placement.CONTINUES);
    assertThat(group.placementOf(door.delta(7, 4))).isEqualTo(Placement.BROKEN);
    assertThat(group.placementOf(door.key(7))).isEqualTo(Placement.BEGINS);
  }
}
