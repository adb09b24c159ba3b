package io.mashrabiya.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;
import org.junit.jupiter.api.Test;

class NativeScopeTest {
  private final List<String> freed = new ArrayList<>();

  private void ownTwo(NativeScope scope) {
    scope.own(new IntPointer(1), "one", pointer -> freed.add("one"));
    scope.own(new IntPointer(1), "two", pointer -> freed.add("two"));
  }

  @Test
  void close_objects_areFreedOnceInOppositeOrder() {
    NativeScope scope = new NativeScope();
    ownTwo(scope);
    scope.close();
    scope.close();
    assertThat(freed).containsExactly("two", "one");
  }

  @Test
  void own_nothing_saysWhatHasNoMemory() {
    NativeScope scope = new NativeScope();
    assertThatThrownBy(() -> scope.own(new AVPacket(null), "a packet", packet -> {}))
        .isInstanceOf(FfmpegException.class)
        .hasMessageContaining("a packet");
  }

  @Test
  void build_failsHalfWay_freesWhatThereIs() {
    assertThatThrownBy(() ->
            NativeScope.build(scope -> {
              ownTwo(scope);
              throw new IllegalStateException("half-way");
            }))
        .hasMessage("half-way");
    assertThat(freed).containsExactly("two", "one");
  }

  @Test
  void build_succeeds_leavesThemToTheObject() {
    NativeScope kept =
        NativeScope.build(scope -> {
          ownTwo(scope);
          return scope;
        });
    assertThat(freed).isEmpty();
    kept.close();
    assertThat(freed).hasSize(2);
  }

  @Test
  void check_failure_hasFfmpegsOwnWords() {
    assertThatThrownBy(() -> FfmpegException.check(avutil.AVERROR_EOF, "read on"))
        .isInstanceOf(FfmpegException.class)
        .hasMessageContainingAll("could not read on", "End of file");
    assertThat(FfmpegException.check(3, "count")).isEqualTo(3);
  }

  @Test
  void checkAllTaken_optionNobodyKnows_isNamed() {
    try (Options options = new Options().with("colour_of_the_sky", "blue")) {
      assertThatThrownBy(options::checkAllTaken).hasMessageContaining("colour_of_the_sky");
    }
  }
}
