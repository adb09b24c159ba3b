package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.rtp.RtpOrder.Verdict;
import org.junit.jupiter.api.Test;

class RtpOrderTest {
  private final RtpOrder order = new RtpOrder();

  private Verdict judge(int number) {
    return order.judge(Packets.packet(number, 0, false));
  }

  @Test
  void judge_numbersInARow_areNext() {
    assertThat(judge(65534)).isEqualTo(Verdict.FIRST);
    assertThat(judge(65535)).isEqualTo(Verdict.NEXT);
    assertThat(judge(0)).isEqualTo(Verdict.NEXT);
    assertThat(judge(1)).isEqualTo(Verdict.NEXT);
  }

  @Test
  void judge_hole_isALossOfThatSize() {
    judge(65530);
    assertThat(judge(3)).isEqualTo(Verdict.AFTER_LOSS);
    assertThat(order.missing()).isEqualTo(8);
    assertThat(judge(4)).isEqualTo(Verdict.NEXT);
  }

  @Test
  void judge_sameNumberAgain_isADuplicate() {
    judge(10);
    assertThat(judge(10)).isEqualTo(Verdict.DUPLICATE);
    assertThat(judge(10)).isEqualTo(Verdict.DUPLICATE);
    assertThat(judge(11)).isEqualTo(Verdict.NEXT);
  }

  @Test
  void judge_numberBehind_isLateAndDisturbsNothing() {
    judge(100);
    assertThat(judge(90)).isEqualTo(Verdict.LATE);
    assertThat(judge(101)).isEqualTo(Verdict.NEXT);
    assertThat(judge(91)).as("after a good one the count begins again").isEqualTo(Verdict.LATE);
  }

  @Test
  void judge_twoInARowFarBehind_isARestart() {
    judge(200);
    assertThat(judge(20)).isEqualTo(Verdict.LATE);
    assertThat(judge(21)).isEqualTo(Verdict.RESTARTED);
    assertThat(judge(22)).isEqualTo(Verdict.NEXT);
  }

  @Test
  void judge_severalInARowLittleBehind_areLateAndDisturbNothing() {
    judge(109);
    assertThat(judge(102)).isEqualTo(Verdict.LATE);
    assertThat(judge(103)).isEqualTo(Verdict.LATE);
    assertThat(judge(104)).isEqualTo(Verdict.LATE);
    assertThat(judge(110)).isEqualTo(Verdict.NEXT);
  }

  @Test
  void judge_inARowAsFarBehindAsPacketsAreLate_isNoRestart() {
    judge(199);
    assertThat(judge(99)).isEqualTo(Verdict.LATE);
    assertThat(judge(100)).as("100 before the 200 expected").isEqualTo(Verdict.LATE);
    assertThat(judge(98)).isEqualTo(Verdict.LATE);
    assertThat(judge(99)).as("101 before it").isEqualTo(Verdict.RESTARTED);
  }

  @Test
  void judge_farJump_isARestartEitherWay() {
    judge(0);
    assertThat(judge(20_000)).isEqualTo(Verdict.RESTARTED);
    assertThat(judge(1)).isEqualTo(Verdict.RESTARTED);
  }

  @Test
  void judge_otherSource_isARestart() {
    judge(10);
    RtpPacket other = new RtpPacket();
    other.read(Packets.bytes(11, 0, false).putInt(8, 99));
    assertThat(order.judge(other)).isEqualTo(Verdict.RESTARTED);
    assertThat(judge(12)).isEqualTo(Verdict.RESTARTED);
  }
}
