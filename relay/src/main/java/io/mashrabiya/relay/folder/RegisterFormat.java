package io.mashrabiya.relay.folder;

import io.mashrabiya.relay.admit.CodeHash;
import io.mashrabiya.relay.admit.Register;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Sha256;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `homes.json`: what the operator decided about homes (docs/ref/relay.md).
final class RegisterFormat {
  private static final String FORMAT = "mashrabiya/v1/relay-homes";

  private RegisterFormat() {}

  static byte[] bytes(Register register) {
    return Json.object()
        .put("format", FORMAT)
        .put("admitted", entries(register.admitted()), RegisterFormat::household)
        .put("dismissed", entries(register.dismissed()), RegisterFormat::household)
        .put("suspended", entries(register.suspended()), RegisterFormat::household)
        .put("codes", entries(register.codes()), RegisterFormat::code)
        .build()
        .bytes();
  }

  static Register parse(byte[] text) throws Malformed {
    return Fields.read("relay-homes", text, RegisterFormat::read);
  }

  private static Register read(Fields fields) throws Malformed {
    fields.text("format", FORMAT::equals);
    return new Register(
        households(fields, "admitted"),
        households(fields, "dismissed"),
        households(fields, "suspended"),
        codes(fields));
  }

  private static Map<HouseholdId, Instant> households(Fields fields, String name) throws Malformed {
    var entries =
        fields.objects(
            name,
            Register.MOST,
            one ->
                Map.entry(HouseholdId.parse(one.text("household")), instant(one, "sinceMicros")));
    return map(fields, name, entries);
  }

  private static Map<CodeHash, Instant> codes(Fields fields) throws Malformed {
    var entries =
        fields.objects(
            "codes",
            Register.MOST_CODES,
            one ->
                Map.entry(
                    new CodeHash(one.exactly("hash", Sha256.SIZE_BYTES)),
                    instant(one, "untilMicros")));
    return map(fields, "codes", entries);
  }

  private static <K> Map<K, Instant> map(
      Fields fields, String name, List<Map.Entry<K, Instant>> entries) throws Malformed {
    Map<K, Instant> map = new HashMap<>();
    for (var entry : entries) {
      if (map.put(entry.getKey(), entry.getValue()) != null) {
        throw fields.malformed(name);
      }
    }
    return map;
  }

  private static Instant instant(Fields fields, String name) throws Malformed {
    return Micros.instant(fields.whole(name));
  }

  private static Json household(Map.Entry<HouseholdId, Instant> entry) {
    return Json.object()
        .put("household", entry.getKey().toString())
        .put("sinceMicros", Micros.of(entry.getValue()))
        .build();
  }

  private static Json code(Map.Entry<CodeHash, Instant> entry) {
    return Json.object()
        .put("hash", entry.getKey().text())
        .put("untilMicros", Micros.of(entry.getValue()))
        .build();
  }

  /// In an order of their own, so that a file that says the same is the same.
  private static <K> List<Map.Entry<K, Instant>> entries(Map<K, Instant> map) {
    return map.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
        .toList();
  }
}
