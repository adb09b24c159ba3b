package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.admit.HouseholdQuota;
import io.mashrabiya.relay.admit.TokenBucket.Rate;
import io.mashrabiya.relay.peer.DevicePeer;
import io.mashrabiya.relay.peer.Frames;
import io.mashrabiya.relay.peer.HomePeer;
import io.mashrabiya.relay.peer.Metrics;
import io.mashrabiya.relay.peer.TestDevice;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two households at one relay: what one uses beyond its quota, the other does not feel.
class RelayQuotaTest {
  private static final Frames CAMERA = Frames.of(1);
  private static final long FRAME_BYTES = CAMERA.key(0).sizeBytes();

  /// A burst of four frames, and no more of them for as long as a test lasts.
  private static final HouseholdQuota SMALL =
      new HouseholdQuota(2, 3 * FRAME_BYTES, new Rate(4 * FRAME_BYTES, 0), 1, new Rate(5, 0));

  private final TestHousehold greedy = new TestHousehold();
  private final TestHousehold modest = new TestHousehold();
  private final TestDevice greedyPhone = greedy.device();
  private final TestDevice modestPhone = modest.device();
  private final List<AutoCloseable> open = new ArrayList<>();
  private Relay relay;
  private HomePeer greedyHome;
  private HomePeer modestHome;

  @BeforeEach
  void start() throws Exception {
    relay =
        Relay.start(
            RelayOptions.loopback()
                .withAdmission(Admission.open())
                .withMetricsPort(0)
                .withLimits(RelayLimits.DEFAULT.withQuota(SMALL)));
    greedyHome = home(greedy, greedyPhone);
    modestHome = home(modest, modestPhone);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
    relay.close();
  }

  private HomePeer home(TestHousehold household, TestDevice device) throws Exception {
    var home = HomePeer.link(relay.origin(), household, 1).welcomed();
    open.add(home);
    home.says(household.says(household.members(1, 1, device)));
    home.says(new HomeSays.WantTicket());
    assertThat(home.hears()).isInstanceOf(HomeHears.NewTicket.class);
    return home;
  }

  private DevicePeer device(TestDevice device) throws Exception {
    var peer = DevicePeer.link(relay.origin(), device);
    open.add(peer);
    return peer;
  }

  private long count(String name) throws Exception {
    return Metrics.of(relay).number(name);
  }

  @Test
  void carried_overTheQuota_skipsWholeGroupsOfThatHouseholdAlone() throws Exception {
    var watching = device(greedyPhone).welcomed();
    watching.watches(CAMERA, 0);
    greedyHome.sends(CAMERA.key(0));
    assertThat(watching.sees().number()).isZero();
    for (int i = 1; i <= 5; i++) {
      greedyHome.sends(CAMERA.delta(i, 0));
    }
    for (int i = 1; i <= 3; i++) {
      assertThat(watching.sees().number()).isEqualTo(i); // the burst
    }
    // The fourth delta is over the quota; what depends on it is not even offered.
    assertThat(count("frames_over_quota_total")).isEqualTo(1);
    relay.limit(HouseholdQuota.DEFAULT);
    greedyHome.sends(CAMERA.delta(6, 0));
    greedyHome.sends(CAMERA.key(7));
    assertThat(watching.sees().number()).isEqualTo(7); // and never a frame whose ground is missing
    assertThat(count("frames_over_quota_total")).isEqualTo(1);
  }

  @Test
  void carried_ofAHouseholdThatIsOver_leavesTheOtherUntouched() throws Exception {
    var watching = device(greedyPhone).welcomed();
    watching.watches(CAMERA, 0);
    for (int i = 0; i < 10; i++) {
      greedyHome.sends(CAMERA.key(i));
    }
    assertThat(count("frames_over_quota_total")).isEqualTo(6);
    var other = device(modestPhone).welcomed();
    other.watches(CAMERA, 0);
    for (int i = 0; i < 4; i++) {
      modestHome.sends(CAMERA.key(i));
      assertThat(other.sees().number()).isEqualTo(i);
    }
    assertThat(count("frames_over_quota_total")).isEqualTo(6);
  }

  @Test
  void control_overTheQuota_endsTheLinkThatSpokeAndNoOtherHouseholds() throws Exception {
    var talking = device(greedyPhone).welcomed();
    var quiet = device(modestPhone).welcomed();
    for (int i = 0; i < 6; i++) {
      talking.says(new DeviceSays.WantTicket());
    }
    for (int i = 0; i < 5; i++) {
      assertThat(talking.hears()).isInstanceOf(DeviceHears.NewTicket.class);
    }
    assertThat(talking.hears()).isEqualTo(new DeviceHears.Bye(ByeReason.TOO_MUCH));
    quiet.says(new DeviceSays.WantTicket());
    assertThat(quiet.hears()).isInstanceOf(DeviceHears.NewTicket.class);
    assertThat(count("quota_exceeded_total")).isEqualTo(1);
  }

  @Test
  void deviceLinks_oneTooMany_isRefusedForThatHouseholdOnly() throws Exception {
    device(greedyPhone).welcomed();
    device(greedyPhone).welcomed();
    assertThat(device(greedyPhone).hears()).isEqualTo(new DeviceHears.Bye(ByeReason.TOO_MUCH));
    device(modestPhone).welcomed();
  }

  @Test
  void cachedBytes_overTheQuota_areTheHouseholdsOwnOldest() throws Exception {
    modestHome.sends(CAMERA.key(0));
    for (int camera = 1; camera <= 5; camera++) {
      greedyHome.sends(Frames.of(camera).key(0));
    }
    assertThat(count("cached_bytes")).isEqualTo(4 * FRAME_BYTES);
    var other = device(modestPhone).welcomed();
    other.watches(CAMERA, 0);
    assertThat(other.sees().number()).isZero();
  }

  @Test
  void limit_changedWhileItRuns_holdsAtOnce() throws Exception {
    device(greedyPhone).welcomed();
    device(greedyPhone).welcomed();
    relay.limit(HouseholdQuota.DEFAULT);
    device(greedyPhone).welcomed();
  }
}
