package io.mashrabiya.bench.relay;

import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.LinkProof;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Version;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The keys of a household, and what its home and its devices say with them, without a home: a
/// relay cannot tell. Its one camera sends noise.
final class PaperHousehold {
  private static final int PICTURE_BYTES = 8 * 1024;
  private static final long EPOCH = 1;

  private final HouseholdKeys keys = HouseholdKeys.found(RootKey.generate(), Instant.now());
  private final HouseholdId id = keys.household();
  private final CameraId camera = CameraId.random(new SecureRandom());
  private final Kid kid = new Kid(EPOCH, Track.MAIN);
  private final FrameSealer sealer = new FrameSealer(id, camera, kid, keys.home().sign());
  private final byte[] picture = new byte[PICTURE_BYTES];

  PaperHousehold() {
    new SecureRandom().nextBytes(picture);
  }

  HomeSays homeHello(HomeHears.Ask ask) {
    var proof = LinkProof.OfHome.sign(id, ask.nonce(), ask.origin(), keys.home().sign());
    return new HomeSays.HomeHello(keys.certificate().statement(), proof);
  }

  HomeSays members(Stream<DeviceKeys> devices) {
    SortedMap<DeviceId, VerifyingKey> members = new TreeMap<>();
    devices.forEach(device -> members.put(device.idIn(id), device.sign().publicKey()));
    var edition = new Edition(new Version(keys.certificate().serial(), 1), Instant.EPOCH);
    var list = MemberList.issue(id, edition, members, keys.home().sign());
    return new HomeSays.Members(list.statement());
  }

  DeviceSays deviceHello(DeviceKeys device, DeviceHears.Ask ask) {
    return new DeviceSays.DeviceHello(
        LinkProof.OfDevice.sign(id, device.idIn(id), ask.nonce(), ask.origin(), device.sign()));
  }

  MediaMessage subscription() {
    return new MediaMessage.Subscribe(camera, kid, 0);
  }

  /// Whether a frame is of its camera, whose id no other household has.
  boolean owns(MediaMessage.Frame frame) {
    return frame.camera().equals(camera);
  }

  /// The camera's next frame, sealed.
  MediaMessage.Frame next(Kind kind) {
    long nowMicros = System.currentTimeMillis() * 1_000;
    return new MediaMessage.Frame(camera, sealer.seal(kind, nowMicros, picture));
  }
}
