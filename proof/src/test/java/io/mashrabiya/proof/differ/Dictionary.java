package io.mashrabiya.proof.differ;

import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// Values and names to put where others stood: those of the vectors, and those at the edges of
/// every range in the formats.
final class Dictionary {
  private static final long[] EDGES = {
    0,
    1,
    2,
    4,
    5,
    7,
    8,
    15,
    16,
    17,
    19,
    20,
    21,
    59,
    60,
    255,
    256,
    1_439,
    1_440,
    1_441,
    2_879,
    2_880,
    604_800,
    604_801,
    (1L << 31) - 1,
    1L << 31,
    (1L << 32) - 1,
    1L << 32,
    (1L << 49) - 1,
    1L << 49,
    ((1L << 49) - 1) << 4,
    Json.MAX_WHOLE - 1,
    Json.MAX_WHOLE
  };

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "a".repeat(64),
          "a".repeat(65),
          "\uD83D\uDE00".repeat(32),
          "\uD83D\uDE00".repeat(32) + "a",
          "\u007f",
          "\u0080",
          "\u009f",
          "\u00a0",
          "\u2028",
          "\u0000",
          "__proto__",
          "constructor",
          "hasOwnProperty",
          "closed",
          "by-week");

  private final List<Json> values = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  /// @param texts JSON whose values are taken
  static Dictionary of(List<String> texts) {
    Set<Json> values = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>(List.of("__proto__", "constructor", ""));
    LongStream.of(EDGES).forEach(edge -> values.add(new Json.Whole(edge)));
    TEXTS.forEach(text -> values.add(new Json.Text(text)));
    for (String text : texts) {
      gather(parsed(text), values, names);
    }
    Dictionary dictionary = new Dictionary();
    dictionary.values.addAll(values);
    dictionary.names.addAll(names);
    return dictionary;
  }

  private static Json parsed(String text) {
    try {
      return Json.parse("seed", text.getBytes(StandardCharsets.UTF_8));
    } catch (Malformed e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static void gather(Json value, Set<Json> values, Set<String> names) {
    values.add(value);
    switch (value) {
      case Json.Items(List<Json> items) -> items.forEach(item -> gather(item, values, names));
      case Json.Members(var members) -> {
        names.addAll(members.keySet());
        members.values().forEach(member -> gather(member, values, names));
      }
      case Json.Text _, Json.Whole _, Json.Flag _ -> {
        // nothing stands within
      }
    }
  }

  Json value(SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }

  String name(SplittableRandom random) {
    return names.get(random.nextInt(names.size()));
  }

  long edge(SplittableRandom random) {
    return EDGES[random.nextInt(EDGES.length)];
  }
}
