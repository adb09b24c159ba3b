package io.mashrabiya.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;

/// The vector files that Java and TypeScript tests share; a third hand made them (`src/test/go`).
public final class Vectors {
  private Vectors() {}

  public static JsonObject file(String name) {
    var stream =
        Objects.requireNonNull(
            Vectors.class.getResourceAsStream("/vectors/" + name + ".json"), name);
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Each vector of a file's list with a name for the report.
  public static Stream<Arguments> of(String name, String list) {
    JsonArray vectors = file(name).getAsJsonArray(list);
    return StreamSupport.stream(vectors.spliterator(), false)
        .map(vector -> Arguments.of(title(vector), vector));
  }

  public static String text(JsonObject vector, String member) {
    return vector.get(member).getAsString();
  }

  public static byte[] hex(JsonObject vector, String member) {
    return HexFormat.of().parseHex(text(vector, member));
  }

  private static String title(JsonElement vector) {
    if (vector instanceof JsonObject object) {
      for (String member : new String[] {"why", "kind", "type", "typ", "number", "hex", "text"}) {
        if (object.has(member)) {
          String value = object.get(member).getAsString();
          return value.substring(0, Math.min(60, value.length()));
        }
      }
    }
    String value = vector.toString();
    return value.substring(0, Math.min(60, value.length()));
  }
}
