package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.folder.RelayFolder;
import io.mashrabiya.relay.peer.DevicePeer;
import io.mashrabiya.relay.peer.Frames;
import io.mashrabiya.relay.peer.HomePeer;
import io.mashrabiya.relay.peer.Ordering;
import io.mashrabiya.relay.peer.TestDevice;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One relay takes over from another at the same port and folder: homes move first, devices after
/// them, and nobody is told of a home that is gone.
class RelayTakeOverTest {
  private static final long GUARD_SECONDS = 20;

  @TempDir private Path folder;
  private final TestHousehold ours = new TestHousehold();
  private final TestDevice phone = ours.device();
  private Relay old;

  @BeforeEach
  void start() throws Exception {
    old = Relay.start(options(0, false));
  }

  @AfterEach
  void stop() {
    old.close();
  }

  private RelayOptions options(int port, boolean replaces) {
    return RelayOptions.loopback()
        .withPort(port)
        .withAdmission(Admission.open())
        .withOperator(new OperatorOptions(folder, "0.0.0-test", replaces));
  }

  private HomePeer home() throws Exception {
    var home = HomePeer.link(old.origin(), ours, 1).welcomed();
    home.says(ours.says(ours.members(1, 1, phone)));
    home.says(new HomeSays.WantTicket());
    assertThat(home.hears()).isInstanceOf(HomeHears.NewTicket.class);
    return home;
  }

  @Test
  void takeOver_ofARelayWithLinks_movesTheHomeFirstThenItsDevicesAndEndsTheOld() throws Exception {
    var camera = Frames.of(1);
    try (var home = home();
        var device = DevicePeer.link(old.origin(), phone).welcomed()) {
      home.sends(camera.key(0));
      try (Relay successor = Relay.start(options(0, true))) {
        assertThat(successor.origin()).isEqualTo(old.origin());
        assertThat(home.hears()).isEqualTo(new HomeHears.BackSoon(0));
        try (var again = home();
            var moved = deviceThatWasToldToMove(device)) {
          again.sends(camera.key(1));
          moved.watches(camera, 1);
          assertThat(moved.sees().number()).isEqualTo(1);
          var ended = new CountDownLatch(1);
          old.whenReplaced(ended::countDown);
          assertThat(ended.await(GUARD_SECONDS, TimeUnit.SECONDS)).isTrue();
          assertThat(Ordering.in(folder).status().flag("leaving")).isFalse();
        }
      }
    }
  }

  /// Nothing is said to it before: not that its home has left.
  private DevicePeer deviceThatWasToldToMove(DevicePeer device) throws Exception {
    assertThat(device.hears()).isEqualTo(new DeviceHears.BackSoon(0));
    return DevicePeer.link(old.origin(), phone).welcomed();
  }

  @Test
  void takeOver_ofARelay_keepsWhatTheOperatorDecided() throws Exception {
    Ordering.in(folder).order("suspend", ours.id());
    try (Relay successor = Relay.start(options(0, true))) {
      assertThat(successor.port()).isEqualTo(old.port());
      assertThat(Ordering.in(folder).status().whole("suspended")).isEqualTo(1);
      Ordering.in(folder).order("resume", ours.id());
      home().close();
    }
  }

  @Test
  void takeOver_whereNoneRuns_isAStart() throws Exception {
    old.close();
    try (Relay alone = Relay.start(options(0, true))) {
      assertThat(Ordering.in(folder).status().whole("port")).isEqualTo(alone.port());
    }
  }

  @Test
  void takeOver_bySomebodyWhoCannotListen_leavesTheOldOneAtWork() throws Exception {
    try (var home = home();
        var device = DevicePeer.link(old.origin(), phone).welcomed()) {
      var impossible = options(old.port(), true).withHost("192.0.2.1");
      assertThatThrownBy(() -> Relay.start(impossible)).isInstanceOf(java.io.IOException.class);
      device.says(new DeviceSays.WantTicket());
      assertThat(device.hears()).isInstanceOf(DeviceHears.NewTicket.class);
      home.says(new HomeSays.WantTicket());
      assertThat(home.hears()).isInstanceOf(HomeHears.NewTicket.class);
      DevicePeer.link(old.origin(), phone).welcomed().close();
      assertThat(Ordering.in(folder).status().flag("leaving")).isFalse();
      assertThat(folder.resolve(RelayFolder.SOCKET)).isSymbolicLink();
    }
  }
}
