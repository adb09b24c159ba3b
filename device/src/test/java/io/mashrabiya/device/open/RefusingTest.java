package io.mashrabiya.device.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.accept.Counts;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.ReportReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a device refuses of what the relay hands over, and how it tells its home of it.
class RefusingTest {
  private static final CameraId DOOR = TestHome.DOOR;
  private static final CameraId NURSERY = new CameraId(2, 2);
  private static final Kid MAIN = TestHome.MAIN;

  private final TestHome home = new TestHome();
  private Looking looking;

  @BeforeEach
  void open() throws LinkFailed {
    looking = home.begin();
    looking.open(DOOR, Purpose.VIEW).join();
  }

  private Request.Report report() {
    return (Request.Report) home.asked.getLast();
  }

  @Test
  void arrived_forgedFrame_isRefusedAndTheHomeIsToldOnceInFiveSeconds() {
    looking.arrived(home.forged(3));
    looking.arrived(home.forged(4));
    assertThat(home.sights)
        .containsExactly(
            new Sight.Refused(DOOR, TestHome.FORGED, 3, ReportReason.FORGED),
            new Sight.Refused(DOOR, TestHome.FORGED, 4, ReportReason.FORGED));
    Request.Report report = report();
    assertThat(report.camera()).isEqualTo(DOOR);
    assertThat(report.number()).isEqualTo(3);
    assertThat(report.reason()).isEqualTo(ReportReason.FORGED);
    assertThat(home.asked).hasSize(2);
    home.clock = Duration.ofSeconds(5);
    looking.arrived(home.forged(5));
    assertThat(report().number()).isEqualTo(5);
  }

  @Test
  void arrived_frameSealedWithAnotherKey_isRefusedAsNotOpened() {
    looking.arrived(home.sealedByAnother(3));
    assertThat(home.sights)
        .containsExactly(new Sight.Refused(DOOR, MAIN, 3, ReportReason.NOT_OPENED));
  }

  @Test
  void arrived_frameThatCameBefore_isRefusedAsReplayed() {
    MediaMessage.Frame frame = home.frame(3);
    looking.arrived(frame);
    looking.arrived(frame);
    assertThat(home.sights.getLast())
        .isEqualTo(new Sight.Refused(DOOR, MAIN, 3, ReportReason.REPLAYED));
  }

  @Test
  void arrived_epochThatTheHomeDoesNotName_isRefusedAtTheNextBeat() {
    looking.arrived(home.frameUnder(new Kid(12, Track.MAIN)));
    assertThat(home.sights).isEmpty();
    home.clock = Duration.ofSeconds(1);
    looking.beat();
    assertThat(home.sights)
        .containsExactly(
            new Sight.Refused(DOOR, new Kid(12, Track.MAIN), 0, ReportReason.UNKNOWN_EPOCH));
  }

  @Test
  void arrived_epochThatTheHomeDoesNotName_isRefusedWhenTheCameraIsOpenedAgain() {
    looking.arrived(home.frameUnder(new Kid(12, Track.MAIN)));
    home.clock = Duration.ofSeconds(1);
    looking.open(DOOR, Purpose.VIEW).join();
    assertThat(home.sights)
        .containsExactly(
            new Sight.Refused(DOOR, new Kid(12, Track.MAIN), 0, ReportReason.UNKNOWN_EPOCH));
  }

  @Test
  void arrived_moreThanMayWaitForTheirKey_areCountedAndNotRefused() {
    Kid next = new Kid(11, Track.MAIN);
    for (int i = 0; i < 65; i++) {
      looking.arrived(home.frameUnder(next));
    }
    assertThat(home.sights).isEmpty();
    assertThat(looking.counts(DOOR)).isEqualTo(new Counts(0, 1, 0, 0, 0));
  }

  @Test
  void unreadable_ofACameraThatIsLookedAt_isRefusedAsMalformed() {
    looking.unreadable(DOOR);
    assertThat(home.sights)
        .singleElement()
        .isInstanceOfSatisfying(
            Sight.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(ReportReason.MALFORMED));
  }

  @Test
  void closed_camera_namesItsSessionsAndIsLookedAtNoMore() {
    RequestHash session = home.letters.getLast().hash();
    assertThat(looking.watches().cameras()).containsExactly(DOOR);
    assertThat(looking.watches().closed(DOOR)).containsExactly(session);
    assertThat(looking.watches().cameras()).isEmpty();
    assertThat(looking.watches().closed(NURSERY)).isEmpty();
    looking.arrived(new MediaMessage.Frame(NURSERY, home.frame(3).frame()));
    assertThat(home.sights)
        .containsExactly(new Sight.Refused(NURSERY, MAIN, 3, ReportReason.NOT_OPENED));
  }
}
