package io.mashrabiya.wire.codec;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Puts an object together, in any order. Not thread-safe.
public final class JsonBuilder {
  private final SortedMap<String, Json> members = new TreeMap<>();

  JsonBuilder() {}

  public JsonBuilder put(String name, Json value) {
    if (members.put(name, value) != null) {
      throw new IllegalStateException("a second member " + name);
    }
    return this;
  }

  public JsonBuilder put(String name, String value) {
    return put(name, new Json.Text(value));
  }

  public JsonBuilder put(String name, long value) {
    return put(name, new Json.Whole(value));
  }

  public JsonBuilder put(String name, boolean value) {
    return put(name, new Json.Flag(value));
  }

  /// Bytes as base64url.
  public JsonBuilder put(String name, byte[] value) {
    return put(name, Base64Url.encode(value));
  }

  public <T> JsonBuilder put(String name, Collection<T> values, Function<T, Json> each) {
    return put(name, new Json.Items(values.stream().map(each).toList()));
  }

  public Json.Members build() {
    return new Json.Members(members);
  }
}
