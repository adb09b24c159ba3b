package io.mashrabiya.proof.strike;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.open.Asked;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Phone;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.CameraEntry;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.privacy.Privacy.Shutter;
import io.mashrabiya.wire.right.Week;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Promise 3 for a camera that is closed, on real parts: nobody sees it, whoever looked before.
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PrivateCameraTest {
  private static final int MANY_PICTURES = 45;

  @TempDir private Path folder;

  @Test
  void camera_closedToEverybody_isSeenByNobodyUntilItIsOpened() throws Exception {
    try (Houses house = Houses.at(Relay.start(Houses.relayOptions()), folder, 1)) {
      house.waitForLink(0);
      try (Phone closes = new Phone(house.invite(0));
          Phone looks = new Phone(house.invite(0))) {
        List<CameraEntry> cameras = closes.household().cameras();
        CameraId bedroom = cameras.getFirst().camera();
        CameraId yard = cameras.getLast().camera();
        for (Phone each : List.of(closes, looks)) {
          Phone.answer(each.device().open(bedroom));
          Phone.answer(each.device().open(yard));
          each.sees(seen -> seen.camera().equals(bedroom));
        }

        long closed = Micros.of(set(closes, bedroom, Optional.of(Shutter.CLOSED)));
        for (Phone each : List.of(closes, looks)) {
          seesMany(each, yard, closed);
          assertThat(Phone.answer(each.device().beat()).unknown()).hasSize(1);
          assertThat(refusal(each.device().open(bedroom))).isEqualTo(RefusedReason.PRIVATE);
          assertThat(each.household().cameras().getFirst())
              .satisfies(entry -> {
                assertThat(entry.state()).isEqualTo(CameraState.PRIVATE);
                assertThat(entry.closure().orElseThrow().by()).isEqualTo("Phone");
              });
          assertThat(each.saw())
              .filteredOn(seen -> seen.camera().equals(bedroom))
              .isNotEmpty()
              .allSatisfy(seen -> assertThat(seen.captureMicros()).isLessThanOrEqualTo(closed));
        }

        long opened = Micros.of(set(closes, bedroom, Optional.empty()));
        for (Phone each : List.of(closes, looks)) {
          Phone.answer(each.device().open(bedroom));
          seesMany(each, bedroom, opened);
        }
      }
    }
  }

  private static Instant set(Phone manager, CameraId camera, Optional<Shutter> hand)
      throws Exception {
    return Phone.answer(
            manager
                .device()
                .management()
                .setPrivacy(Optional.of(camera), hand, Optional.empty(), Week.EMPTY))
        .clock();
  }

  /// So many that one of another camera would have come among them.
  private static void seesMany(Phone phone, CameraId camera, long afterMicros) throws Exception {
    for (int i = 0; i < MANY_PICTURES; i++) {
      phone.sees(seen -> seen.camera().equals(camera) && seen.captureMicros() > afterMicros);
    }
  }

  private static RefusedReason refusal(Asked<Answer.Opened> asked) {
    return switch (asked) {
      case Asked.Refused<Answer.Opened>(RefusedReason reason) -> reason;
      case Asked.Answered<Answer.Opened> _ -> throw new AssertionError("it was let in");
    };
  }
}
