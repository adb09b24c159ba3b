package io.mashrabiya.relay.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CreditTest {
  private static final ViewerLimits LIMITS = ViewerLimits.DEFAULT;
  private static final long PICTURE = 60_000;

  private final Credit credit = new Credit(LIMITS);

  private static Duration at(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void bytes_ofAnUnknownLine_areTheFirstWindow() {
    assertThat(credit.bytes()).isEqualTo(LIMITS.firstWindowBytes());
    assertThat(credit.takes(PICTURE)).isZero();
    assertThat(credit.dueAt(at(100), PICTURE)).isEqualTo(at(500));
  }

  @Test
  void bytes_ofAPingedLine_areWhatItCarriesInARoundTripAndTheTarget() {
    credit.answered(at(240));
    credit.arrived(PICTURE, at(0), at(1_240)); // 60 kB in a second
    assertThat(credit.bytes()).isEqualTo(60 * (240 + 400));
    assertThat(credit.takes(PICTURE)).isEqualTo(at(1_000));
    assertThat(credit.dueAt(at(100), PICTURE)).isEqualTo(at(100 + 240 + 1_000 + 400));
  }

  @Test
  void bytes_neverPinged_takeTheQuickestForTheRoundTrip() {
    credit.arrived(PICTURE, at(0), at(600));
    assertThat(credit.bytes()).isEqualTo(100 * (600 + 400));
  }

  @Test
  void answered_laterThanBefore_changesNothing() {
    credit.answered(at(240));
    credit.answered(at(900));
    credit.arrived(PICTURE, at(0), at(1_240));
    assertThat(credit.takes(PICTURE)).isEqualTo(at(1_000));
  }

  @Test
  void answered_laterThanAPictureWas_isNotBelieved() {
    credit.answered(at(1_000));
    credit.arrived(5_000, at(0), at(100));
    credit.arrived(PICTURE, at(100), at(1_200));
    assertThat(credit.takes(PICTURE)).isEqualTo(at(1_000));
  }

  @Test
  void answered_laterThanAnyWayIsLong_isTakenForAsLongAsThat() {
    credit.answered(at(3_000));
    credit.arrived(28_000, at(0), at(4_600)); // by a line of 7 kB/s
    assertThat(credit.takes(7_000)).isEqualTo(at(1_000));
    assertThat(credit.bytes()).isEqualTo(7 * (600 + 400));
  }

  @Test
  void arrived_hardlyLaterThanThePing_isBelievedByTwiceAsFast() {
    credit.answered(at(500));
    credit.arrived(PICTURE, at(0), at(600));
    assertThat(credit.takes(PICTURE)).isEqualTo(at(300));
  }

  @Test
  void bytes_ofALineThatIsFasterThanCanBeTold_doNotGrowWithoutBound() {
    credit.answered(at(0));
    credit.arrived(PICTURE, at(0), at(0));
    assertThat(credit.takes(PICTURE)).isEqualTo(at(50));
    for (int i = 0; i < 100; i++) {
      credit.arrived(credit.bytes(), at(0), at(0));
    }
    assertThat(credit.bytes()).isEqualTo(LIMITS.windowBytes());
  }

  @Test
  void arrived_fasterThanBefore_isBelievedByAQuarter() {
    credit.arrived(60_000, at(0), at(1_000));
    credit.arrived(100_000, at(0), at(1_000));
    assertThat(credit.takes(70_000)).isEqualTo(at(1_000));
  }

  @Test
  void arrived_slowerThanBefore_isBelievedAtOnce() {
    credit.arrived(60_000, at(0), at(500));
    credit.arrived(30_000, at(1_000), at(2_000));
    assertThat(credit.takes(30_000)).isEqualTo(at(1_000));
  }

  @Test
  void arrived_littleButInTime_saysNothingOfASlowerLine() {
    credit.answered(at(100));
    credit.arrived(60_000, at(0), at(1_100));
    credit.arrived(1_000, at(1_100), at(1_400)); // 200 ms after the round trip
    assertThat(credit.takes(60_000)).isEqualTo(at(1_000));
    credit.arrived(1_000, at(1_400), at(1_701));
    assertThat(credit.takes(15_000)).isEqualTo(at(1_000));
  }

  @Test
  void arrived_afterTheLineStoodStill_countsOnceAndByThreeQuartersAtMost() {
    credit.arrived(60_000, at(0), at(1_000));
    credit.arrived(1_000, at(1_000), at(21_000));
    credit.arrived(2_000, at(1_001), at(21_000));
    credit.arrived(3_000, at(20_999), at(121_000));
    assertThat(credit.takes(15_000)).isEqualTo(at(1_000));
    credit.arrived(1_000, at(21_000), at(121_000));
    assertThat(credit.takes(3_750)).isEqualTo(at(1_000));
  }
}
