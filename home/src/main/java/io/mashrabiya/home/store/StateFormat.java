package io.mashrabiya.home.store;

import io.mashrabiya.home.authority.Editions;
import io.mashrabiya.home.authority.Member;
import io.mashrabiya.home.authority.Roster;
import io.mashrabiya.home.authority.Roster.Struck;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.privacy.HousePrivacy;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The text of the state file (docs/ref/data-folder.md): canonical JSON, so that a damaged byte is
/// seen.
final class StateFormat {
  private static final String PRODUCTION = "state-file";
  private static final String FORMAT = "mashrabiya/v3/state";

  private static final String SHOWN = "shown";

  private StateFormat() {}

  static byte[] bytes(HouseholdState state) {
    Roster roster = state.roster();
    JsonBuilder object =
        Json.object()
            .put("behind", roster.behind())
            .put(
                "cameras",
                state.cameras().entrySet(),
                entry -> camera(entry.getKey(), entry.getValue()))
            .put("epoch", state.epoch())
            .put("format", FORMAT)
            .put("kit", state.kit().map(Path::toString).orElse(""))
            .put("members", roster.members().values(), member -> member(member).build())
            .put("name", state.name())
            .put("privacy", state.privacy().json())
            .put("ruled", roster.editions().ruled().values(), StateFormat::ruled)
            .put("struck", roster.struck().values(), StateFormat::struck)
            .put("version", roster.version());
    state.shown().ifPresent(list -> object.put(SHOWN, list.text()));
    return object.build().bytes();
  }

  /// @param household whose devices these must be: an id is the hash of its key
  static HouseholdState parse(byte[] text, HouseholdId household) throws Malformed {
    Fields fields = Fields.parse(PRODUCTION, text);
    boolean behind = fields.flag("behind");
    SortedMap<String, CameraId> cameras = new TreeMap<>();
    for (Camera camera :
        fields.objects("cameras", HouseholdState.MAX_CAMERAS, StateFormat::camera)) {
      if (cameras.put(camera.name, camera.id) != null) {
        throw fields.malformed("cameras");
      }
    }
    long epoch = fields.whole("epoch");
    var _ = fields.text("format", FORMAT::equals);
    Optional<Path> kit = path(fields);
    SortedMap<DeviceId, Member> members = new TreeMap<>();
    for (Member member :
        fields.objects("members", MemberList.MAX_MEMBERS, each -> member(each, household))) {
      members.put(member.device(), member);
    }
    String name = fields.words("name");
    HousePrivacy privacy = HousePrivacy.read(fields, "privacy");
    Optional<Statement> shown = shown(fields);
    SortedMap<DeviceId, Struck> struck = new TreeMap<>();
    for (Struck each :
        fields.objects("struck", Roster.MAX_STRUCK, each -> struck(each, household))) {
      struck.put(each.member().device(), each);
    }
    Editions editions = editions(fields);
    fields.end();
    return new HouseholdState(
        name, epoch, new Roster(editions, members, struck, behind), privacy, cameras, kit, shown);
  }

  /// The times of the newest versions, the last of which is `version`.
  private static Editions editions(Fields fields) throws Malformed {
    List<Instant> times = fields.items("ruled", Editions.MAX_KEPT, StateFormat::ruled);
    long version = fields.whole("version");
    if (times.isEmpty() || version < times.size()) {
      throw fields.malformed("ruled");
    }
    SortedMap<Long, Instant> ruled = new TreeMap<>();
    times.reversed().forEach(time -> ruled.put(version - ruled.size(), time));
    return new Editions(ruled);
  }

  private static Json ruled(Instant time) {
    return new Json.Whole(Micros.of(time));
  }

  private static Instant ruled(Json time, String production) throws Malformed {
    if (time instanceof Json.Whole(long micros)) {
      return Micros.instant(micros);
    }
    throw new Malformed(production, 0);
  }

  /// Left out where no device has shown any.
  private static Optional<Statement> shown(Fields fields) throws Malformed {
    return fields.has(SHOWN)
        ? Optional.of(Statement.parse(fields.text(SHOWN), Typ.MEMBER_LIST))
        : Optional.empty();
  }

  private record Camera(String name, CameraId id) {}

  private static Json camera(String name, CameraId id) {
    return Json.object().put("camera", id.toString()).put("name", name).build();
  }

  private static Camera camera(Fields fields) throws Malformed {
    return new Camera(fields.words("name"), CameraId.parse(fields.text("camera")));
  }

  private static JsonBuilder member(Member member) {
    return Json.object()
        .put("enrolledMicros", Micros.of(member.enrolled()))
        .put("kem", member.kem().bytes())
        .put("lastSeenMicros", Micros.of(member.lastSeen()))
        .put("name", member.name())
        .put("sign", member.sign().bytes())
        .put("terms", member.terms().json());
  }

  private static Json struck(Struck struck) {
    return member(struck.member()).put("struckMicros", Micros.of(struck.when())).build();
  }

  private static Struck struck(Fields fields, HouseholdId household) throws Malformed {
    return new Struck(member(fields, household), Micros.instant(fields.whole("struckMicros")));
  }

  private static Member member(Fields fields, HouseholdId household) throws Malformed {
    VerifyingKey sign = new VerifyingKey(fields.exactly("sign", VerifyingKey.SIZE_BYTES));
    return new Member(
        DeviceId.of(household, sign),
        sign,
        new KemKey(fields.exactly("kem", KemKey.SIZE_BYTES)),
        fields.words("name"),
        Micros.instant(fields.whole("enrolledMicros")),
        Micros.instant(fields.whole("lastSeenMicros")),
        Terms.read(fields, "terms"));
  }

  private static Optional<Path> path(Fields fields) throws Malformed {
    String text = fields.text("kit");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      throw fields.malformed("kit");
    }
  }
}
