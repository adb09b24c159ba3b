package io.mashrabiya.proof.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.open.Asked;
import io.mashrabiya.device.open.Clocks;
import io.mashrabiya.device.open.Device;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.device.pair.Pairing;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.wire.sealed.Kind;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The viewer's twin against a real relay and a real home with a camera.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeviceOnRealPartsTest {
  private static final Duration GUARD = Duration.ofSeconds(30);
  private static final CaptureClock CLOCK = CaptureClock.startingAt(InstantSource.system());

  @TempDir Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<Sight> sights = new LinkedBlockingQueue<>();
  private VirtualCamera camera;
  private Relay relay;
  private Home home;

  @BeforeEach
  void start() throws Exception {
    camera =
        VirtualCamera.open(
            VirtualCameraOptions.of(CameraView.of(Scene.NURSERY, Light.DAY, "Nursery")), CLOCK);
    relay = Relay.start(RelayOptions.loopback());
    home =
        Home.open(
            new HomeOptions(
                data.resolve("home"),
                relay.origin(),
                "Home",
                List.of(new CameraSettings("Nursery", camera.address(), Optional.empty())),
                Optional.empty()));
    relay.admit(home.household());
    home.start();
  }

  @AfterEach
  void stop() {
    home.close();
    relay.close();
    camera.close();
  }

  @Test
  void device_pairedByALink_seesThePicturesOfItsCamera() throws Exception {
    Membership membership = pair("Phone");
    try (Device device = connect(membership)) {
      CameraId nursery = nursery(device);
      assertThat(device.open(nursery)).isInstanceOf(Asked.Answered.class);
      Sight.Seen first = seen(sight -> sight.kind() == Kind.KEY);
      assertThat(first.camera()).isEqualTo(nursery);
      assertThat(first.picture()).startsWith(0, 0, 0, 1);
      List<Long> numbers = new ArrayList<>(List.of(first.number()));
      while (numbers.size() < 20) {
        Sight.Seen next = seen(sight -> sight.kid().equals(first.kid()));
        assertThat(next.accepted().complete()).isTrue();
        numbers.add(next.number());
      }
      assertThat(numbers).isSorted().doesNotHaveDuplicates();
      assertThat(device.beat()).isInstanceOf(Asked.Answered.class);
      Sight.Seen now =
          seen(sight -> sight.kind() == Kind.DELTA && device.isLive(sight.captureMicros()));
      assertThat(device.age(now.captureMicros())).isNotNull();
      assertThat(device.close(nursery)).isInstanceOf(Asked.Answered.class);
    }
  }

  @Test
  void device_removedByAnother_isRefusedAndSeesNothingNewer() throws Exception {
    Membership keeper = pair("Keeper");
    Membership guest = pair("Guest");
    try (Device stays = connect(keeper);
        Device goes = connect(guest)) {
      CameraId nursery = nursery(stays);
      goes.open(nursery);
      seen(sight -> true);
      assertThat(stays.remove(guest.device())).isInstanceOf(Asked.Answered.class);
      while (!(sights.poll(GUARD.toSeconds(), TimeUnit.SECONDS) instanceof Sight.Ended)) {
        // what had come before
      }
    }
  }

  /// As after an answer that was lost on its way: the link is for the keys that it was used with.
  @Test
  void device_pairedTwiceByOneLinkWithTheSameKeys_isOneDevice() throws Exception {
    PairingLink link = home.invite(InviteTerms.ONE_DEVICE);
    DeviceKeys keys = DeviceKeys.generate();
    Membership first = pair(link, keys, "Phone");
    Membership again = pair(link, keys, "Phone");
    assertThat(again.device()).isEqualTo(first.device());
    assertThat(again.memberList().members()).hasSize(1);
    assertThat(Pairing.pair(http, link, "Thief")).isInstanceOf(Pairing.Outcome.NotPaired.class);
  }

  private Membership pair(String name) throws Exception {
    return pair(home.invite(InviteTerms.ONE_DEVICE), DeviceKeys.generate(), name);
  }

  private Membership pair(PairingLink link, DeviceKeys keys, String name) throws Exception {
    long end = System.nanoTime() + GUARD.toNanos();
    while (System.nanoTime() < end) {
      if (Pairing.pair(http, link, keys, name)
          instanceof Pairing.Outcome.Paired(Membership membership)) {
        return membership;
      }
      Thread.sleep(100); // the home's link may not be up yet
    }
    throw new AssertionError("not paired");
  }

  private Device connect(Membership membership) throws Exception {
    return Device.connect(http, membership, Clocks.ofSystem(), sights::add);
  }

  private CameraId nursery(Device device) throws Exception {
    long end = System.nanoTime() + GUARD.toNanos();
    while (System.nanoTime() < end) {
      if (device.household() instanceof Asked.Answered<Answer.HouseholdAnswer>(var answer)
          && answer.cameras().getFirst().state() == CameraState.LIVE) {
        return answer.cameras().getFirst().camera();
      }
      Thread.sleep(100); // nobody is told when a camera comes up: ask again
    }
    throw new AssertionError("the camera did not come up");
  }

  private Sight.Seen seen(Predicate<Sight.Seen> wanted) throws Exception {
    while (true) {
      Sight sight = sights.poll(GUARD.toSeconds(), TimeUnit.SECONDS);
      assertThat(sight).as("something seen").isNotNull();
      if (sight instanceof Sight.Seen seen && wanted.test(seen)) {
        return seen;
      }
      assertThat(sight).isInstanceOf(Sight.Seen.class);
    }
  }
}
