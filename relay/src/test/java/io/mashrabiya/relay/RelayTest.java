package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.peer.DevicePeer;
import io.mashrabiya.relay.peer.Frames;
import io.mashrabiya.relay.peer.HomePeer;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Homes and devices on real sockets.
class RelayTest {
  private final TestHousehold household = new TestHousehold();
  private final Frames camera = Frames.of(1);
  private Relay relay;

  @BeforeEach
  void start() throws Exception {
    relay =
        Relay.start(RelayOptions.loopback().withAdmission(Admission.list(Set.of(household.id()))));
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void device_ofTheMemberList_seesTheCachedGroupAndThenLive() throws Exception {
    var device = household.device();
    try (var home = HomePeer.link(relay.origin(), household, 1).welcomed()) {
      home.says(household.says(household.members(1, 1, device)));
      home.sends(camera.key(0));
      home.sends(camera.delta(1, 0));
      try (var viewer = DevicePeer.link(relay.origin(), device).welcomed()) {
        viewer.watches(camera, 0);
        assertSame(viewer.sees(), camera.key(0));
        assertSame(viewer.sees(), camera.delta(1, 0));
        home.sends(camera.delta(2, 0));
        assertSame(viewer.sees(), camera.delta(2, 0));
      }
    }
  }

  @Test
  void home_keyFrameOfAMegabyteRightBehindItsTicket_isTaken() throws Exception {
    var device = household.device();
    var large = camera.sized(1 << 20);
    try (var home = HomePeer.link(relay.origin(), household, 1).welcomed()) {
      home.sends(large.key(0));
      home.says(household.says(household.members(1, 1, device)));
      home.says(new HomeSays.WantTicket());
      assertThat(home.hears()).isInstanceOf(HomeHears.NewTicket.class);
      try (var viewer = DevicePeer.link(relay.origin(), device).welcomed()) {
        viewer.watches(large, 0);
        assertSame(viewer.sees(), large.key(0));
      }
    }
  }

  @Test
  void letters_ofDeviceAndHome_reachTheLinkThatAsked() throws Exception {
    var device = household.device();
    try (var home = HomePeer.link(relay.origin(), household, 1).welcomed()) {
      home.says(household.says(household.members(1, 1, device)));
      home.says(new HomeSays.Card(household.card(device, 1, 1)));
      home.says(new HomeSays.WantTicket());
      assertThat(home.hears()).isInstanceOf(HomeHears.NewTicket.class);
      try (var viewer = DevicePeer.link(relay.origin(), device).welcomed()) {
        assertThat(viewer.hears()).isInstanceOf(DeviceHears.Card.class);
        viewer.says(new DeviceSays.Post(device.letter()));
        var letter = (HomeHears.Post) home.hears();
        assertThat(letter.device()).isEqualTo(device.id());
        var answer = household.answer(device);
        home.says(new HomeSays.Post(device.id(), answer, letter.link()));
        assertThat(((DeviceHears.Post) viewer.hears()).letter().statement().text())
            .isEqualTo(answer.statement().text());
      }
    }
  }

  private static void assertSame(Parcel seen, Parcel sent) {
    assertThat(seen.message()).isEqualTo(sent.message());
  }
}
