package io.mashrabiya.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PicturesDueTest {
  private final NativeScope scope = new NativeScope();
  private final PicturesDue due = new PicturesDue(scope);

  @BeforeAll
  static void load() {
    Natives.load();
  }

  @AfterEach
  void close() {
    scope.close();
  }

  private AVFrame put(long mark) {
    AVFrame picture = due.room().pts(mark);
    due.add();
    return picture;
  }

  private List<Long> rest() {
    List<Long> marks = new ArrayList<>();
    for (var next = due.next(); next.isPresent(); next = due.next()) {
      marks.add(next.get().pts());
    }
    return marks;
  }

  @Test
  void next_several_comeInTheOrderOfTheirComing() {
    put(3);
    put(1);
    put(2);
    assertThat(rest()).containsExactly(3L, 1L, 2L);
  }

  @Test
  void add_moreThanDecodersHoldBack_keepsTheNewest() {
    for (int mark = 0; mark < PicturesDue.MOST + 2; mark++) {
      put(mark);
    }
    due.room(); // which no picture comes into
    assertThat(rest()).hasSize(PicturesDue.MOST).startsWith(2L).endsWith(PicturesDue.MOST + 1L);
  }

  @Test
  void room_whileAPictureIsTaken_isAnother() {
    AVFrame taken = put(1);
    assertThat(due.next()).contains(taken);
    assertThat(due.room()).isNotEqualTo(taken);
    assertThat(rest()).isEmpty();
    assertThat(due.room()).isEqualTo(taken); // its memory is used again
  }

  @Test
  void clear_several_noneWaitsAnyMore() {
    put(1);
    put(2);
    due.clear();
    assertThat(rest()).isEmpty();
    put(3);
    assertThat(rest()).containsExactly(3L);
  }
}
