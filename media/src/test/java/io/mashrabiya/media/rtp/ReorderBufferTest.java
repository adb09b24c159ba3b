package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReorderBufferTest {
  private static final long PATIENCE_MICROS = 100_000;

  private final List<Integer> out = new ArrayList<>();
  private final ReorderBuffer buffer = new ReorderBuffer(PATIENCE_MICROS, this::take);
  private long now;

  private void take(ByteBuffer packet) {
    out.add(packet.remaining() < 12 ? -1 : packet.getShort(packet.position() + 2) & 0xffff);
  }

  private void come(int... numbers) {
    for (int number : numbers) {
      buffer.accept(Packets.bytes(number & 0xffff, 0, false, (byte) 1), now += 1_000);
    }
  }

  @Test
  void accept_inOrder_passesAtOnce() {
    come(7, 8, 9);
    assertThat(out).containsExactly(7, 8, 9);
    assertThat(buffer.waiting()).isZero();
  }

  @Test
  void accept_overtaken_isPutBack() {
    come(7, 9, 10, 8, 11);
    assertThat(out).containsExactly(7, 8, 9, 10, 11);
  }

  @Test
  void accept_aroundTheWrap_isPutBack() {
    come(65534, 0, 65535, 2, 1);
    assertThat(out).containsExactly(65534, 65535, 0, 1, 2);
  }

  @Test
  void expire_lost_isWaitedForAsLongAsThePatience() {
    come(7, 9, 10);
    assertThat(out).containsExactly(7);
    buffer.expire(now + PATIENCE_MICROS);
    assertThat(out).containsExactly(7, 9, 10);
    come(11);
    assertThat(out).endsWith(11);
  }

  @Test
  void accept_tooLate_isPassedOnToBeJudged() {
    come(7, 9);
    buffer.expire(now + PATIENCE_MICROS);
    come(8, 10);
    assertThat(out).containsExactly(7, 9, 8, 10);
  }

  @Test
  void accept_twice_comesOutOnceWhileItWaits() {
    come(7, 9, 9, 8);
    assertThat(out).containsExactly(7, 8, 9);
  }

  @Test
  void accept_farAhead_isAnotherBeginning() {
    come(7, 9, 7000, 7001);
    assertThat(out).containsExactly(7, 9, 7000, 7001);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 7_000, 32_000})
  void accept_numberingBegunAgainBehind_isPutInOrderFromThere(int before) {
    come(before + 10, before + 12, 10, 12, 11, 13);
    assertThat(out).containsExactly(before + 10, before + 12, 10, 11, 12, 13);
  }

  @Test
  void accept_oneFromFarBehind_delaysNothingAfterIt() {
    come(1_000, 1_001, 1_002 - ReorderBuffer.MOST_WAITING, 1_002, 1_004, 1_003);
    come(1_005, 1_006 - ReorderBuffer.MOST_WAITING - 1, 1_006, 1_008, 1_007);
    assertThat(out)
        .containsExactly(1_000, 1_001, 746, 1_002, 1_003, 1_004, 1_005, 749, 1_006, 1_007, 1_008);
    assertThat(buffer.waiting()).isZero();
  }

  @Test
  void accept_otherSource_isAnotherBeginning() {
    come(7, 9);
    ByteBuffer other = Packets.bytes(5, 0, false, (byte) 1).putInt(8, 99);
    buffer.accept(other, now);
    buffer.accept(other.duplicate().putShort(2, (short) 7), now);
    buffer.accept(other.duplicate().putShort(2, (short) 6), now);
    assertThat(out).containsExactly(7, 9, 5, 6, 7);
  }

  @Test
  void expire_severalHoles_areWaitedForEachFromItsOwnPacket() {
    come(7, 9, 10, 13);
    long hole = now;
    come(8, 16);
    buffer.expire(hole + PATIENCE_MICROS - 1);
    assertThat(out).containsExactly(7, 8, 9, 10);
    buffer.expire(hole + PATIENCE_MICROS);
    assertThat(out).containsExactly(7, 8, 9, 10, 13);
    buffer.expire(now + PATIENCE_MICROS);
    assertThat(out).containsExactly(7, 8, 9, 10, 13, 16);
  }

  @Test
  void accept_thatIsNoPacket_disturbsNothing() {
    come(7);
    buffer.accept(ByteBuffer.allocate(3), now);
    come(8);
    assertThat(out).containsExactly(7, -1, 8);
  }

  /// A network that shuffles within a window, repeats and loses: order holds, and nothing that came
  /// in time is missing.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void accept_shuffledWithinAWindow_comesOutInOrder(long seed) {
    Random random = new Random(seed);
    int[] order = IntStream.range(0, 5_000).toArray();
    for (int i = 0; i + 16 < order.length; i += 16) {
      for (int j = 15; j > 0; j--) {
        int other = random.nextInt(j + 1);
        int kept = order[i + j];
        order[i + j] = order[i + other];
        order[i + other] = kept;
      }
    }
    int first = order[0];
    for (int number : order) {
      if (random.nextInt(50) > 0 || number == first) {
        come(number);
        if (random.nextInt(30) == 0) {
          come(number);
        }
      }
    }
    buffer.expire(Long.MAX_VALUE);
    assertThat(buffer.waiting()).isZero();
    List<Integer> since = out.stream().filter(number -> number >= first).distinct().toList();
    assertThat(since).isSorted();
    assertThat(since).hasSizeGreaterThan(4_500);
    assertThat(Arrays.stream(order).max().orElseThrow()).isEqualTo(4_999);
  }
}
