package io.mashrabiya.wire.member;

import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.statement.Signer;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;
import io.mashrabiya.wire.statement.Version;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The home's word on which devices belong to the household; names and rights are not in it
/// (formats, section 2). The relay lets in only devices of the newest list it has: a second line of
/// defence, never the first.
///
/// @param members each device's signing key, by its id
public record MemberList(
    HouseholdId household,
    Edition edition,
    SortedMap<DeviceId, VerifyingKey> members,
    Statement statement) {
  public static final int MAX_MEMBERS = 256;

  public MemberList {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
  }

  public Version version() {
    return edition.version();
  }

  /// Empty when it is well-formed but not of the home that `certificate` names, or of another
  /// serial.
  public static Optional<MemberList> verify(Statement statement, HomeCertificate certificate)
      throws Malformed {
    var fields = statement.fields();
    var household = HouseholdId.parse(fields.text("household"));
    SortedMap<DeviceId, VerifyingKey> members = new TreeMap<>();
    for (Member member : fields.objects("members", MAX_MEMBERS, Member::read)) {
      if (!member.device.equals(DeviceId.of(household, member.sign))
          || !isLast(members, member.device)) {
        throw fields.malformed("members");
      }
      members.put(member.device, member.sign);
    }
    var edition = Edition.of(fields);
    fields.end();
    boolean proven =
        statement.typ() == Typ.MEMBER_LIST
            && household.equals(certificate.household())
            && edition.version().serial() == certificate.serial()
            && statement.verifiedBy(certificate.sign());
    return proven
        ? Optional.of(new MemberList(household, edition, members, statement))
        : Optional.empty();
  }

  public static Optional<MemberList> verify(String text, HomeCertificate certificate)
      throws Malformed {
    return verify(Statement.parse(text, Typ.MEMBER_LIST), certificate);
  }

  public static MemberList issue(
      HouseholdId household,
      Edition edition,
      SortedMap<DeviceId, VerifyingKey> members,
      Signer home) {
    var object =
        Json.object()
            .put("household", household.toString())
            .put(
                "members",
                members.entrySet(),
                entry -> new Member(entry.getKey(), entry.getValue()).json());
    var statement = Statement.sign(Typ.MEMBER_LIST, edition.into(object).build(), home);
    return new MemberList(household, edition, members, statement);
  }

  private static boolean isLast(SortedMap<DeviceId, VerifyingKey> members, DeviceId next) {
    return members.isEmpty() || members.lastKey().compareTo(next) < 0;
  }

  private record Member(DeviceId device, VerifyingKey sign) {
    static Member read(Fields fields) throws Malformed {
      return new Member(
          DeviceId.parse(fields.text("device")),
          new VerifyingKey(fields.exactly("sign", VerifyingKey.SIZE_BYTES)));
    }

    Json json() {
      return Json.object().put("device", device.toString()).put("sign", sign.bytes()).build();
    }
  }
}
