package io.mashrabiya.wire.codec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// JSON in the one form that statements are signed in: RFC 8785, with integers from 0 to 2^53 - 1
/// as its only numbers.
///
/// Guarantee: [#parse] accepts a text only if [#bytes] of the result is that text, byte for byte,
/// so that two readers can never understand one signed text differently.
public sealed interface Json {
  /// The largest integer that every reader, JavaScript's too, holds exactly.
  long MAX_WHOLE = (1L << 53) - 1;

  record Text(String value) implements Json {}

  record Whole(long value) implements Json {
    public Whole {
      if (value < 0 || value > MAX_WHOLE) {
        throw new IllegalArgumentException("not a whole number of 53 bits: " + value);
      }
    }
  }

  record Flag(boolean value) implements Json {}

  record Items(List<Json> items) implements Json {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Members in ascending order of their names' UTF-16 code units, which is the order of `String`.
  record Members(SortedMap<String, Json> members) implements Json {
    public Members {
      members = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }
  }

  /// Reads one value; `production` names it in the complaint.
  static Json parse(String production, byte[] text) throws Malformed {
    return new JsonParser(production, text).document();
  }

  /// Starts an object.
  static JsonBuilder object() {
    return new JsonBuilder();
  }

  /// The canonical text.
  default String text() {
    var out = new StringBuilder();
    JsonWriter.write(this, out);
    return out.toString();
  }

  /// The canonical text as UTF-8.
  default byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }
}
