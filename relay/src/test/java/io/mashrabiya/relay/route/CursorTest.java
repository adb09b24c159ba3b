package io.mashrabiya.relay.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.peer.Frames;
import org.junit.jupiter.api.Test;

class CursorTest {
  private final Frames door = Frames.of(1).epoch(5);

  private static boolean passes(Cursor cursor, Parcel parcel) {
    boolean fits = cursor.fits(parcel);
    if (fits) {
      cursor.pass(parcel);
    }
    return fits;
  }

  @Test
  void fits_groupFromItsKeyFrame_does() {
    var cursor = new Cursor(door.kid(), 4);
    assertThat(passes(cursor, door.key(4))).isTrue();
    assertThat(passes(cursor, door.delta(5, 4))).isTrue();
    assertThat(passes(cursor, door.delta(6, 4))).isTrue();
  }

  @Test
  void fits_belowTheFirstNumber_doesNot() {
    var cursor = new Cursor(door.kid(), 4);
    assertThat(passes(cursor, door.key(3))).isFalse();
    assertThat(passes(cursor, door.epoch(4).key(9))).isFalse();
  }

  @Test
  void fits_whatFollowsTheLastAfterAReconnect_doesWithoutItsKeyFrame() {
    var cursor = new Cursor(door.kid(), 6);
    assertThat(passes(cursor, door.key(4))).isFalse();
    assertThat(passes(cursor, door.delta(5, 4))).isFalse();
    assertThat(passes(cursor, door.delta(6, 4))).isTrue();
    assertThat(passes(cursor, door.delta(7, 4))).isTrue();
  }

  @Test
  void fits_deltaAfterAHole_doesNotUntilTheNextKeyFrame() {
    var cursor = new Cursor(door.kid(), 0);
    passes(cursor, door.key(0));
    assertThat(passes(cursor, door.delta(2, 0))).isFalse();
    assertThat(passes(cursor, door.delta(3, 0))).isFalse();
    assertThat(passes(cursor, door.key(4))).isTrue();
    assertThat(passes(cursor, door.delta(5, 4))).isTrue();
  }

  @Test
  void fits_afterOneThatWasNotPassed_onlyWhatStandsAlone() {
    var cursor = new Cursor(door.kid(), 0);
    passes(cursor, door.key(0));
    assertThat(cursor.fits(door.delta(1, 0))).isTrue();
    assertThat(cursor.fits(door.delta(2, 0))).isFalse();
    assertThat(passes(cursor, door.key(3))).isTrue();
    assertThat(cursor.fits(door.delta(4, 3))).isTrue();
  }

  @Test
  void fits_everyLaterEpoch_fromItsKeyFrame() {
    var cursor = new Cursor(door.kid(), 900);
    assertThat(passes(cursor, door.epoch(6).delta(901, 900))).isFalse();
    assertThat(passes(cursor, door.epoch(6).key(0))).isTrue();
    assertThat(passes(cursor, door.epoch(6).delta(1, 0))).isTrue();
    assertThat(passes(cursor, door.key(1_000))).isFalse();
  }
}
