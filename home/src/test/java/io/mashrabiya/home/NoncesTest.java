package io.mashrabiya.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.open.Asked;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.device.pair.Pairing;
import io.mashrabiya.home.TestHouse.Watcher;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.cache.CacheLimits;
import io.mashrabiya.relay.cache.NewestGroups;
import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.Placement;
import io.mashrabiya.relay.cache.SealedCache;
import io.mashrabiya.relay.cache.StreamId;
import io.mashrabiya.relay.route.Subscribers;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.vault.card.CardOpening;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.card.KeyCards;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.vault.seal.BaseKey;
import io.mashrabiya.vault.seal.FrameOpener;
import io.mashrabiya.vault.seal.FrameOpening;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No nonce is ever used twice: a home process is killed with -9 again and again, an older copy of
/// its data folder is put back, and of all frames that ever reached the relay no two of one camera
/// have the same key and the same number, unless they are the same frame sent again.
class NoncesTest {
  private static final int LIVES = 5;

  @TempDir private Path folder;
  private final List<Parcel> left = new CopyOnWriteArrayList<>();

  /// What makes a nonce: the same twice would be the end of the seal.
  private record Nonce(CameraId camera, BaseKey key, long number) {}

  @Test
  void kill_andRestoreOfAnOldCopy_repeatNoNonce() throws Exception {
    Map<Nonce, byte[]> used = new HashMap<>();
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy");
    try (VirtualCamera camera =
            VirtualCamera.open(
                VirtualCameraOptions.of(CameraView.of(Scene.NURSERY, Light.NIGHT, "Door")),
                CaptureClock.startingAt(InstantSource.system()));
        Relay relay = recordingRelay()) {
      Membership phone = firstLife(data, relay, camera.address());
      FolderCopy.copy(data, copy);
      for (int life = 0; life < LIVES; life++) {
        List<ContentKey> keys = live(data, relay, camera.address(), phone);
        note(used, keys, phone);
        if (life % 2 == 0) {
          delete(data);
          FolderCopy.copy(copy, data);
        }
      }
    }
    assertThat(used).hasSizeGreaterThan(LIVES * 10);
    assertThat(used.keySet().stream().map(Nonce::key).distinct())
        .hasSizeGreaterThanOrEqualTo(LIVES);
  }

  private Relay recordingRelay() throws Exception {
    Tally tally = new Tally();
    SealedCache cache = new NewestGroups(CacheLimits.DEFAULT, tally);
    return Relay.start(
        RelayOptions.loopback().withAdmission(Admission.open()),
        new Recording(cache, left),
        new Subscribers());
  }

  private Membership firstLife(Path data, Relay relay, RtspAddress camera) throws Exception {
    Process home = start(data, relay, camera);
    try (BufferedReader out = home.inputReader()) {
      PairingLink link = PairingLink.parse(out.readLine());
      Pairing.Outcome[] paired = {null};
      Eventually.holds(() -> {
        paired[0] = pair(link);
        return paired[0] instanceof Pairing.Outcome.Paired;
      });
      return ((Pairing.Outcome.Paired) paired[0]).membership();
    } finally {
      kill(home);
    }
  }

  private static Pairing.Outcome pair(PairingLink link) {
    try {
      return Pairing.pair(TestHouse.HTTP, link, "Phone");
    } catch (Exception e) {
      return new Pairing.Outcome.NotPaired(java.util.Optional.empty());
    }
  }

  /// One life of the home, in which its pictures are seen, and the keys it gave for them.
  private List<ContentKey> live(Path data, Relay relay, RtspAddress camera, Membership phone)
      throws Exception {
    left.clear();
    Process home = start(data, relay, camera);
    try {
      Eventually.holds(() -> isUp(phone));
      try (Watcher watcher = new Watcher(phone)) {
        CameraId door = answered(watcher.device().household()).cameras().getFirst().camera();
        Answer.Opened opened = answered(watcher.device().open(door));
        Eventually.holds(() -> left.size() > 12);
        return switch (KeyCards.open(opened.card(), phone.home(), phone.keys())) {
          case CardOpening.Opened card -> card.keys();
          case CardOpening other -> throw new AssertionError("the card did not open: " + other);
        };
      }
    } finally {
      kill(home);
    }
  }

  private static boolean isUp(Membership phone) {
    try (Watcher watcher = new Watcher(phone)) {
      return watcher.device().homeOnline();
    } catch (Exception e) {
      return false;
    }
  }

  private static <A extends Answer> A answered(Asked<A> asked) {
    return switch (asked) {
      case Asked.Answered<A>(A answer) -> answer;
      case Asked.Refused<A> refused -> throw new AssertionError("refused: " + refused.reason());
    };
  }

  private void note(Map<Nonce, byte[]> used, List<ContentKey> keys, Membership phone)
      throws Exception {
    for (Parcel parcel : left) {
      var frame = ((MediaMessage.Frame) MediaMessage.parse(parcel.message())).frame();
      BaseKey key = key(keys, parcel.camera(), frame.kid());
      assertThat(opens(frame, parcel.camera(), key, phone)).isTrue();
      byte[] before =
          used.putIfAbsent(new Nonce(parcel.camera(), key, frame.number()), frame.envelope());
      assertThat(before == null || Arrays.equals(before, frame.envelope()))
          .as("%s sealed another frame", frame)
          .isTrue();
    }
  }

  private static BaseKey key(List<ContentKey> keys, CameraId camera, Kid kid) {
    return keys.stream()
        .filter(each -> each.camera().equals(camera) && each.kid().equals(kid))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no key for " + kid))
        .key();
  }

  private static boolean opens(SealedFrame frame, CameraId camera, BaseKey key, Membership phone) {
    HouseholdId household = phone.household();
    return new FrameOpener(household, camera, frame.kid(), key, phone.home().sign()).open(frame)
        instanceof FrameOpening.Opened;
  }

  private static Process start(Path data, Relay relay, RtspAddress camera) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            ChildHome.class.getName(),
            data.toString(),
            relay.origin().text(),
            Integer.toString(camera.port()),
            camera.pathAndQuery())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void kill(Process home) throws InterruptedException {
    home.destroyForcibly().waitFor();
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : new ArrayList<>(all.toList()).reversed()) {
        Files.delete(each);
      }
    }
  }

  /// A relay's cache that writes down all that comes from homes.
  private record Recording(SealedCache cache, List<Parcel> came) implements SealedCache {
    @Override
    public Placement offer(StreamId stream, Parcel parcel) {
      came.add(parcel);
      return cache.offer(stream, parcel);
    }

    @Override
    public List<Parcel> newest(StreamId stream) {
      return cache.newest(stream);
    }

    @Override
    public void forget(HouseholdId household) {
      cache.forget(household);
    }

    @Override
    public long sizeBytes() {
      return cache.sizeBytes();
    }

    @Override
    public long sizeBytes(HouseholdId household) {
      return cache.sizeBytes(household);
    }

    @Override
    public void limit(CacheLimits other) {
      cache.limit(other);
    }
  }
}
