package io.mashrabiya.proof.differ;

import io.mashrabiya.wire.codec.Base64Url;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Changes one value somewhere in a JSON text, mostly so that the text stays canonical; now and
/// then its writing. A statement within is changed as a statement.
final class JsonMutator implements Mutator {
  private static final int MOST_ITEMS = 260;

  /// Around the bounds of the formats' arrays.
  private static final List<Integer> SIZES =
      List.of(2, 3, 4, 5, 6, 14, 15, 16, 17, 32, 33, 64, 65, 128, 129, 256, 257);

  private final Dictionary dictionary;
  private final StatementMutator statements;
  private final WordMutator words = new WordMutator(List.of("eyJ", "AA", "a", "7", "."));

  JsonMutator(Dictionary dictionary, Signatures signatures) {
    this.dictionary = dictionary;
    this.statements = new StatementMutator(this, signatures);
  }

  StatementMutator statements() {
    return statements;
  }

  @Override
  public byte[] mutate(byte[] input, SplittableRandom random) {
    try {
      Json changed = changed(Json.parse("input", input), random);
      return random.nextInt(8) == 0 ? Writing.other(changed.text(), random) : changed.bytes();
    } catch (Malformed e) {
      return words.mutate(input, random); // what an earlier change broke
    }
  }

  /// One value within, or this one.
  Json changed(Json value, SplittableRandom random) {
    boolean here = random.nextInt(4) == 0;
    return switch (value) {
      case Json.Items(List<Json> items) when !items.isEmpty() && !here -> {
        List<Json> more = new ArrayList<>(items);
        int at = random.nextInt(more.size());
        more.set(at, changed(more.get(at), random));
        yield new Json.Items(more);
      }
      case Json.Members(var members) when !members.isEmpty() && !here -> {
        SortedMap<String, Json> more = new TreeMap<>(members);
        String name = any(more, random);
        more.put(name, changed(value(more, name), random));
        yield new Json.Members(more);
      }
      default -> random.nextInt(6) == 0 ? dictionary.value(random) : otherwise(value, random);
    };
  }

  private Json otherwise(Json value, SplittableRandom random) {
    return switch (value) {
      case Json.Text(String text) -> new Json.Text(text(text, random));
      case Json.Whole(long number) -> whole(number, random);
      case Json.Flag(boolean flag) -> new Json.Flag(!flag);
      case Json.Items(List<Json> items) -> new Json.Items(items(items, random));
      case Json.Members(var members) -> new Json.Members(members(members, random));
    };
  }

  private String text(String text, SplittableRandom random) {
    if (text.startsWith("eyJ") && random.nextInt(8) > 0) {
      return statements.mutate(text, random);
    }
    if (random.nextInt(3) == 0) {
      byte[] bytes = new byte[random.nextInt(70)];
      random.nextBytes(bytes);
      return Base64Url.encode(bytes);
    }
    return words.mutate(text, random);
  }

  private Json whole(long number, SplittableRandom random) {
    long next =
        switch (random.nextInt(3)) {
          case 0 -> dictionary.edge(random);
          case 1 -> number + random.nextInt(-2, 3);
          default -> random.nextLong(Json.MAX_WHOLE + 1);
        };
    return new Json.Whole(Math.clamp(next, 0, Json.MAX_WHOLE));
  }

  private List<Json> items(List<Json> items, SplittableRandom random) {
    List<Json> more = new ArrayList<>(items);
    int at = random.nextInt(items.size() + 1);
    switch (random.nextInt(6)) {
      case 0 -> more.clear();
      case 1 -> more.subList(0, at).clear();
      case 2 -> more.add(at, dictionary.value(random));
      case 3 -> Collections.shuffle(more, new Random(random.nextLong()));
      case 4 -> {
        int size = SIZES.get(random.nextInt(SIZES.size()));
        Json item = items.isEmpty() ? dictionary.value(random) : items.getFirst();
        while (more.size() < size) {
          more.add(item);
        }
      }
      default -> more.addAll(items);
    }
    return more.size() > MOST_ITEMS ? more.subList(0, MOST_ITEMS) : more;
  }

  private SortedMap<String, Json> members(
      SortedMap<String, Json> members, SplittableRandom random) {
    SortedMap<String, Json> more = new TreeMap<>(members);
    String name = members.isEmpty() ? dictionary.name(random) : any(members, random);
    switch (random.nextInt(3)) {
      case 0 -> more.remove(name);
      case 1 -> more.put(dictionary.name(random), dictionary.value(random));
      default -> {
        Json moved = more.remove(name);
        more.put(dictionary.name(random), moved == null ? dictionary.value(random) : moved);
      }
    }
    return more;
  }

  private static String any(SortedMap<String, Json> members, SplittableRandom random) {
    return members.keySet().stream().skip(random.nextInt(members.size())).findFirst().orElseThrow();
  }

  private static Json value(SortedMap<String, Json> members, String name) {
    return Objects.requireNonNull(members.get(name));
  }
}
