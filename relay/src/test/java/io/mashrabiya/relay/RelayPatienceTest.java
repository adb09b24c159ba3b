package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.admit.HouseholdQuota;
import io.mashrabiya.relay.admit.TokenBucket.Rate;
import io.mashrabiya.relay.link.KeepAlive;
import io.mashrabiya.relay.peer.DevicePeer;
import io.mashrabiya.relay.peer.Frames;
import io.mashrabiya.relay.peer.HomePeer;
import io.mashrabiya.relay.peer.Metrics;
import io.mashrabiya.relay.peer.Socket;
import io.mashrabiya.relay.peer.TestDevice;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.relay.route.ViewerLimits;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.Origin;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Slow, silent and dead peers, and restarts, on real sockets: how long the relay waits, and that
/// nobody else waits with it.
@Timeout(60)
class RelayPatienceTest {
  /// More than the fastest machine sends while it waits for the slowest viewer.
  private static final HouseholdQuota PLENTY =
      new HouseholdQuota(8, 1L << 30, new Rate(1L << 50, 1L << 50), 8, new Rate(1_000_000, 0));

  private final TestHousehold household = new TestHousehold();
  private final TestDevice phone = household.device();
  private final TestDevice tablet = household.device();
  private final Frames camera = Frames.of(1).sized(20_000);
  private Relay relay;

  private void start(RelayLimits limits) throws Exception {
    start(RelayOptions.loopback().withLimits(limits));
  }

  private void start(RelayOptions options) throws Exception {
    relay = Relay.start(options.withAdmission(Admission.open()).withMetricsPort(0));
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private HomePeer home() throws Exception {
    var home = HomePeer.link(relay.origin(), household, 1).welcomed();
    home.says(household.says(household.members(1, 1, phone, tablet)));
    home.says(new HomeSays.WantTicket());
    assertThat(home.hears()).isInstanceOf(HomeHears.NewTicket.class);
    return home;
  }

  private static ViewerLimits viewers(Duration deadline) {
    return new ViewerLimits(
        8, 64 << 10, 256 << 10, 0, Duration.ofMillis(500), 16, 256 << 10, deadline, 8);
  }

  private long metric(String name) throws Exception {
    return Metrics.of(relay).number(name);
  }

  @Test
  void slowViewer_thatTakesNothing_isGivenUpAndDisturbsNobody() throws Exception {
    start(RelayLimits.DEFAULT.withViewers(viewers(Duration.ofSeconds(2))).withQuota(PLENTY));
    try (var home = home();
        var slow = DevicePeer.link(relay.origin(), phone);
        var quick = DevicePeer.link(relay.origin(), tablet).welcomed()) {
      slow.openDeafMedia(slow.welcome().ticket());
      slow.watches(camera, 0);
      quick.watches(camera, 0);
      long number = 0;
      while (metric("viewers_too_slow_total") == 0) {
        for (int i = 0; i < 20; i++, number++) {
          long key = number - number % 10;
          home.sends(number == key ? camera.key(key) : camera.delta(number, key));
          assertThat(quick.sees().number()).isEqualTo(number);
        }
      }
      assertThat(metric("frames_skipped_total")).isPositive();
      // What it got before that is bounded by the window, however much was sent.
      assertThat(metric("frames_delivered_total")).isLessThanOrEqualTo(number + 8);
      // Only its media link was given up.
      slow.says(new DeviceSays.WantTicket());
      assertThat(slow.hears()).isInstanceOf(DeviceHears.NewTicket.class);
    }
  }

  @Test
  void viewer_thatAcknowledgesWhatItDoesNotRead_isGivenUp() throws Exception {
    start(RelayLimits.DEFAULT);
    var large = camera.sized(1 << 20);
    try (var home = home();
        var liar = DevicePeer.link(relay.origin(), phone)) {
      home.sends(large.key(0));
      liar.openDeafMedia(liar.welcome().ticket());
      liar.watches(large, 0);
      while (metric("frames_delivered_total") == 0) {
        Thread.onSpinWait();
      }
      // Whatever the sockets between them hold, it is less than this.
      for (int number = 1; number < 64 && metric("viewers_too_slow_total") == 0; number++) {
        liar.acknowledges();
        home.sends(large.key(number));
      }
      assertThat(metric("viewers_too_slow_total")).isEqualTo(1);
    }
  }

  @Test
  void viewer_thatWasBehind_goesOnWithAKeyFrame() throws Exception {
    start(RelayLimits.DEFAULT.withViewers(viewers(Duration.ofMinutes(1))));
    try (var home = home();
        var viewer = DevicePeer.link(relay.origin(), phone).welcomed()) {
      viewer.watches(camera, 0);
      home.sends(camera.key(0));
      viewer.sees();
      long sent = 1;
      for (; sent < 90; sent++) {
        home.sends(camera.delta(sent, 0));
      }
      // It reads all that while nothing was acknowledged: first the window, then from a key frame.
      long last = 0;
      boolean isBehind = false;
      while (!isBehind) {
        home.sends(camera.key(sent++)); // how many are skipped depends on how slow it seems
        var parcel = viewer.sees();
        isBehind = parcel.number() > last + 1;
        assertThat(isBehind).isEqualTo(parcel.standsAlone() && parcel.number() >= 90);
        last = parcel.number();
      }
      assertThat(metric("frames_skipped_total")).isPositive();
    }
  }

  @Test
  void link_thatProvesNothing_isEnded() throws Exception {
    start(
        RelayLimits.DEFAULT.withKeepAlive(
            new KeepAlive(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMillis(500))));
    try (var mute = Socket.open(relay.origin(), "/v1/device");
        var media = Socket.open(relay.origin(), "/v1/home/media")) {
      assertThat(mute.untilClosed().reason()).isEqualTo("not-proven");
      assertThat(media.untilClosed().reason()).isEqualTo("not-proven");
    }
  }

  @Test
  void link_thatIsSilent_isCutAndOneThatAnswersPingsIsNot() throws Exception {
    start(
        RelayLimits.DEFAULT.withKeepAlive(
            new KeepAlive(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofMinutes(1))));
    try (var lively = Socket.open(relay.origin(), "/v1/device");
        var _ = Socket.deaf(relay.origin(), "/v1/device")) {
      lively.nextText();
      while (metric("silent_total") == 0) {
        Thread.onSpinWait();
      }
      assertThat(metric("silent_total")).isEqualTo(1);
      assertThat(metric("links")).isEqualTo(1);
    }
  }

  @Test
  void relay_restarted_takesEverybodyInAgain() throws Exception {
    start(RelayOptions.loopback());
    Origin origin = relay.origin();
    try (var home = home();
        var device = DevicePeer.link(origin, phone).welcomed()) {
      home.sends(camera.key(0));
      relay.close();
      home.control().untilClosed();
      device.control().untilClosed();
    }
    start(RelayOptions.loopback().withPort(URI.create(origin.text()).getPort()));
    assertThat(relay.origin()).isEqualTo(origin);
    try (var early = DevicePeer.link(origin, phone)) {
      assertThat(early.control().untilClosed().reason()).isEqualTo("home-unknown");
    }
    try (var home = home();
        var device = DevicePeer.link(origin, phone).welcomed()) {
      device.watches(camera, 1);
      home.sends(camera.key(0));
      home.sends(camera.delta(1, 0));
      assertThat(device.sees().number()).isEqualTo(1);
    }
  }
}
