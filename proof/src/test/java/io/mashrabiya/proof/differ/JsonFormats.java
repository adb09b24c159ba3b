package io.mashrabiya.proof.differ;

import static io.mashrabiya.proof.differ.PlainFormats.text;
import static io.mashrabiya.proof.differ.PlainFormats.utf8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Push;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.statement.Typ;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// What is JSON and not signed as a whole: canonical JSON itself, what a device hears on its
/// control link, and the bodies of the letters that it gets.
final class JsonFormats {
  private static final VectorFile CANONICAL = VectorFile.of("canonical-json");
  private static final VectorFile CONTROL = VectorFile.of("control-messages");
  private static final VectorFile BODIES = VectorFile.of("letter-bodies");

  private JsonFormats() {}

  static List<Format> all() {
    return List.of(
        new Format(
            "json",
            1,
            CANONICAL.utf8("good", ""),
            anywhere(mutator(CANONICAL.texts("good", ""))),
            input -> Optional.of(text(Json.parse("json", input).bytes()))),
        new Format(
            "control",
            2,
            CONTROL.utf8("deviceHears", ""),
            mutator(CONTROL.texts("deviceHears", "")),
            input -> Optional.of(DeviceHears.parse(text(input)).text())),
        new Format("body", 2, bodies(), typed(mutator(bodyTexts())), JsonFormats::body));
  }

  static JsonMutator mutator(List<String> seeds) {
    return new JsonMutator(Dictionary.of(seeds), Signatures.OF_THE_VECTORS);
  }

  /// Bytes are changed too, which UTF-8 may not survive.
  private static Mutator anywhere(JsonMutator json) {
    Mutator bytes = new ByteMutator();
    return (input, random) -> (random.nextInt(4) == 0 ? bytes : json).mutate(input, random);
  }

  /// The body is changed behind the type; the type seldom.
  private static Mutator typed(JsonMutator json) {
    return (input, random) -> {
      String all = text(input);
      int end = all.indexOf(' ');
      String typ = random.nextInt(64) == 0 ? anyTyp(random) : all.substring(0, end);
      return utf8(typ + " " + text(json.mutate(utf8(all.substring(end + 1)), random)));
    };
  }

  private static String anyTyp(SplittableRandom random) {
    return Typ.values()[random.nextInt(Typ.values().length)].label();
  }

  private static List<byte[]> bodies() {
    List<byte[]> bodies = new ArrayList<>();
    for (String list : List.of("answers", "pushes")) {
      for (JsonElement each : BODIES.array(list)) {
        JsonObject vector = each.getAsJsonObject();
        bodies.add(utf8(vector.get("typ").getAsString() + " " + vector.get("body").getAsString()));
      }
    }
    return bodies;
  }

  private static List<String> bodyTexts() {
    List<String> texts = new ArrayList<>(BODIES.texts("answers", "body"));
    texts.addAll(BODIES.texts("requests", "body"));
    return texts;
  }

  private static Optional<String> body(byte[] input) throws Malformed {
    String all = text(input);
    int end = all.indexOf(' ');
    Optional<Typ> typ =
        Arrays.stream(Typ.values())
            .filter(each -> all.substring(0, end).equals(each.label()))
            .findFirst();
    if (typ.isEmpty()) {
      return Optional.empty();
    }
    byte[] body = utf8(all.substring(end + 1));
    return Optional.of(
        text(
            typ.get() == Typ.HOUSEHOLD_CHANGED
                ? Push.parse(typ.get(), body).bytes()
                : Answer.parse(typ.get(), body).bytes()));
  }
}
