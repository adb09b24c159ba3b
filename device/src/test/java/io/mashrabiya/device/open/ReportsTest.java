package io.mashrabiya.device.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.ids.CameraId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportsTest {
  private static final CameraId DOOR = new CameraId(1, 1);
  private static final CameraId NURSERY = new CameraId(2, 2);
  private static final Set<CameraId> BOTH = Set.of(DOOR, NURSERY);

  private final Reports reports = new Reports();

  private boolean allows(CameraId camera, int millis) {
    return reports.allows(camera, BOTH, Duration.ofMillis(millis));
  }

  @Test
  void allows_ofEachCamera_theFirstAndThenOneInFiveSeconds() {
    assertThat(allows(DOOR, 0)).isTrue();
    assertThat(allows(DOOR, 4_999)).isFalse();
    assertThat(allows(NURSERY, 4_999)).isTrue();
    assertThat(allows(DOOR, 5_000)).isTrue();
    assertThat(allows(DOOR, 9_999)).isFalse();
  }

  /// Else whoever sends the flood names another camera each time.
  @Test
  void allows_ofCamerasThatNobodyLooksAt_togetherAsMuchAsOfOne() {
    assertThat(allows(new CameraId(7, 7), 0)).isTrue();
    assertThat(allows(new CameraId(8, 8), 1)).isFalse();
    assertThat(allows(DOOR, 1)).isTrue();
  }
}
