package io.mashrabiya.wire.right;

import io.mashrabiya.wire.codec.EnumWords;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a device may do at a camera. The right to manage is the household's and not a camera's
/// ([Rights#manage]).
public enum Right {
  /// Hear it.
  LISTEN,
  /// Be heard there.
  TALK,
  /// See it, live and still.
  VIEW;

  /// Every one of them.
  public static final Set<Right> ALL = Collections.unmodifiableSet(EnumSet.allOf(Right.class));

  /// As the wire has it.
  public String text() {
    return EnumWords.of(this);
  }

  public static Right parse(String text) throws Malformed {
    return EnumWords.parse("right", text, values());
  }

  /// Reads an array of rights, ascending, each at most once.
  public static Set<Right> read(Fields fields, String name) throws Malformed {
    List<Right> read = fields.items(name, values().length, Right::one);
    Set<Right> rights = EnumSet.noneOf(Right.class);
    rights.addAll(read);
    if (!List.copyOf(rights).equals(read)) {
      throw fields.malformed(name);
    }
    return Collections.unmodifiableSet(rights);
  }

  /// Puts a member of that name.
  public static JsonBuilder put(JsonBuilder body, String name, Set<Right> rights) {
    return body.put(name, rights.stream().sorted().toList(), right -> new Json.Text(right.text()));
  }

  private static Right one(Json item, String production) throws Malformed {
    if (item instanceof Json.Text(String text)) {
      return parse(text);
    }
    throw new Malformed(production, 0);
  }
}
