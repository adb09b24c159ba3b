package io.mashrabiya.relay.peer;

import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Letter.Direction;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.LinkProof;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.statement.Typ;
import io.mashrabiya.wire.statement.Version;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/// A household with keys of its own: what a home and its devices sign, without a home.
public final class TestHousehold {
  private static final KemKey KEM = new KemKey(new byte[KemKey.SIZE_BYTES]);

  private final KeyPair root = KeyPair.random();
  private final KeyPair home = KeyPair.random();
  private final HouseholdId id = HouseholdId.of(root.verifying());

  public HouseholdId id() {
    return id;
  }

  public KeyPair root() {
    return root;
  }

  public KeyPair home() {
    return home;
  }

  public HomeCertificate certificate(long serial) {
    return HomeCertificate.issue(root.verifying(), serial, home.verifying(), KEM, root);
  }

  public HomeSays.HomeHello hello(long serial, Challenge challenge, Origin origin) {
    return new HomeSays.HomeHello(
        certificate(serial).statement(), LinkProof.OfHome.sign(id, challenge, origin, home));
  }

  public MemberList members(long serial, long number, TestDevice... devices) {
    SortedMap<DeviceId, VerifyingKey> members = new TreeMap<>();
    for (TestDevice device : devices) {
      members.put(device.id(), device.keys().verifying());
    }
    return MemberList.issue(
        id, new Edition(new Version(serial, number), Instant.EPOCH), members, home);
  }

  public HomeSays.Members says(MemberList list) {
    return new HomeSays.Members(list.statement());
  }

  public KeyCard card(TestDevice device, long serial, long number) {
    return KeyCard.issue(id, device.id(), new Version(serial, number), new byte[100], home);
  }

  public TestDevice device() {
    return new TestDevice(id, KeyPair.random());
  }

  public Letter answer(TestDevice to) {
    return Letter.write(Typ.OPENED, id, to.id(), Direction.TO_DEVICE, new byte[] {1, 2, 3}, home);
  }
}
