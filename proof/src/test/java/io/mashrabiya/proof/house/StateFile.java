package io.mashrabiya.proof.house;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.member.MemberList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The state of a home as it lies on its disk (docs/ref/data-folder.md).
final class StateFile {
  private static final Pattern CAMERA = Pattern.compile("(?<=\"camera\":\")[^\"]+(?=\")");
  private final Path file;

  /// @param folder a home's data folder
  StateFile(Path folder) {
    file = folder.resolve("state.json");
  }

  /// What is sealed to each of its devices is sealed to this key.
  Map<DeviceId, KemKey> deviceKeys(HouseholdId household) throws IOException, Malformed {
    Map<DeviceId, KemKey> keys = new TreeMap<>();
    Fields.parse("state-file", Files.readAllBytes(file))
        .objects(
            "members",
            MemberList.MAX_MEMBERS,
            member -> {
              member.whole("enrolledMicros");
              var kem = new KemKey(member.exactly("kem", KemKey.SIZE_BYTES));
              member.whole("lastSeenMicros");
              member.words("name");
              var sign = new VerifyingKey(member.exactly("sign", VerifyingKey.SIZE_BYTES));
              member.object("terms");
              keys.put(DeviceId.of(household, sign), kem);
              return kem;
            });
    return keys;
  }

  /// Gives its cameras the ids of another home's, in order. Neither home runs.
  void takeCameraIdsOf(StateFile other) throws IOException {
    List<String> ids =
        CAMERA.matcher(Files.readString(other.file)).results().map(MatchResult::group).toList();
    Iterator<String> next = ids.iterator();
    String text = Files.readString(file);
    Files.writeString(file, CAMERA.matcher(text).replaceAll(own -> next.next()));
  }
}
