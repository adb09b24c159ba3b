package io.mashrabiya.media.gop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Track;
import org.junit.jupiter.api.Test;

class NewestGroupTest {
  private final NewestGroup group = new NewestGroup(5, 1000);
  private int time;

  private Frame key(int size) {
    return new Frame(Track.MAIN, time++, true, new byte[size]);
  }

  private Frame delta(int size) {
    return new Frame(Track.MAIN, time++, false, new byte[size]);
  }

  @Test
  void accept_deltaBeforeAnyKey_isNotKept() {
    group.accept(delta(10));
    assertThat(group.frames()).isEmpty();
    assertThat(group.keyFrame()).isEmpty();
  }

  @Test
  void accept_group_isKeptInOrder() {
    Frame key = key(10);
    Frame first = delta(10);
    Frame second = delta(10);
    group.accept(key);
    group.accept(first);
    group.accept(second);
    assertThat(group.frames()).containsExactly(key, first, second);
    assertThat(group.keyFrame()).hasValue(key);
  }

  @Test
  void accept_nextKey_beginsAnew() {
    group.accept(key(10));
    group.accept(delta(10));
    Frame next = key(10);
    group.accept(next);
    assertThat(group.frames()).containsExactly(next);
  }

  @Test
  void accept_moreFramesThanTheBound_isGivenUpToTheNextKey() {
    Frame key = key(10);
    group.accept(key);
    for (int i = 0; i < 10; i++) {
      group.accept(delta(10));
    }
    assertThat(group.frames()).isEmpty();
    assertThat(group.keyFrame()).as("for stills").hasValue(key);
    assertThat(group.groupsGivenUp()).isOne();
    Frame next = key(10);
    group.accept(next);
    assertThat(group.frames()).containsExactly(next);
  }

  @Test
  void accept_moreBytesThanTheBound_isGivenUp() {
    group.accept(key(600));
    group.accept(delta(400));
    assertThat(group.frames()).hasSize(2);
    group.accept(delta(1));
    assertThat(group.frames()).isEmpty();
  }

  @Test
  void accept_keyLargerThanTheBound_isNotKept() {
    group.accept(key(1001));
    group.accept(delta(1));
    assertThat(group.frames()).isEmpty();
    assertThat(group.groupsGivenUp()).isOne();
  }

  @Test
  void frames_changedLater_areAPictureOfTheirMoment() {
    group.accept(key(10));
    var before = group.frames();
    group.accept(delta(10));
    assertThat(before).hasSize(1);
  }

  @Test
  void clear_group_isForgotten() {
    group.accept(key(10));
    group.clear();
    assertThat(group.frames()).isEmpty();
    assertThat(group.keyFrame()).isEmpty();
  }

  @Test
  void newestGroup_noRoom_isRefused() {
    assertThatThrownBy(() -> new NewestGroup(0, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
