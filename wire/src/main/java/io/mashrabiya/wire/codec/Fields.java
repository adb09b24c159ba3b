package io.mashrabiya.wire.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Takes an object apart, member by member, and refuses what is missing, of another kind, out of
/// range or left over. Not thread-safe.
public final class Fields {
  /// How one item of an array is read.
  @FunctionalInterface
  public interface Item<T> {
    T read(Json value, String production) throws Malformed;
  }

  /// How an object is read, all of whose members are known.
  @FunctionalInterface
  public interface Whole<T> {
    T read(Fields fields) throws Malformed;
  }

  private final String production;
  private final Json.Members object;
  private final Set<String> taken = new HashSet<>();

  private Fields(String production, Json.Members object) {
    this.production = production;
    this.object = object;
  }

  /// Reads an object in whole: a member that the reader does not ask for is refused.
  public static <T> T read(String production, byte[] text, Whole<T> whole) throws Malformed {
    return parse(production, text).whole(whole);
  }

  public static Fields parse(String production, byte[] text) throws Malformed {
    return of(Json.parse(production, text), production);
  }

  public static Fields of(Json value, String production) throws Malformed {
    if (value instanceof Json.Members members) {
      return new Fields(production, members);
    }
    throw new Malformed(production, 0);
  }

  public String text(String name) throws Malformed {
    if (take(name) instanceof Json.Text(String value)) {
      return value;
    }
    throw malformed(name);
  }

  /// A text that must be one of a form; for what people wrote use [#words].
  public String text(String name, Predicate<String> form) throws Malformed {
    String value = text(name);
    if (!form.test(value)) {
      throw malformed(name);
    }
    return value;
  }

  /// A text for people: 1 to 64 characters without control characters.
  public String words(String name) throws Malformed {
    return text(name, Words::fit);
  }

  public long whole(String name) throws Malformed {
    if (take(name) instanceof Json.Whole(long value)) {
      return value;
    }
    throw malformed(name);
  }

  public boolean flag(String name) throws Malformed {
    if (take(name) instanceof Json.Flag(boolean value)) {
      return value;
    }
    throw malformed(name);
  }

  public byte[] bytes(String name, int maxBytes) throws Malformed {
    byte[] value = Base64Url.decode(production + "." + name, text(name));
    if (value.length > maxBytes) {
      throw malformed(name);
    }
    return value;
  }

  public byte[] exactly(String name, int sizeBytes) throws Malformed {
    byte[] value = bytes(name, sizeBytes);
    if (value.length != sizeBytes) {
      throw malformed(name);
    }
    return value;
  }

  public <T> List<T> items(String name, int most, Item<T> item) throws Malformed {
    if (!(take(name) instanceof Json.Items(var values)) || values.size() > most) {
      throw malformed(name);
    }
    List<T> items = new ArrayList<>(values.size());
    for (Json value : values) {
      items.add(item.read(value, production + "." + name));
    }
    return List.copyOf(items);
  }

  /// An array of texts.
  public List<String> texts(String name, int most) throws Malformed {
    return items(
        name,
        most,
        (item, itemProduction) -> {
          if (item instanceof Json.Text(String value)) {
            return value;
          }
          throw new Malformed(itemProduction, 0);
        });
  }

  /// An array of objects, each read in whole.
  public <T> List<T> objects(String name, int most, Whole<T> whole) throws Malformed {
    return items(name, most, (item, itemProduction) -> of(item, itemProduction).whole(whole));
  }

  public Fields object(String name) throws Malformed {
    return of(take(name), production + "." + name);
  }

  /// An object, all of whose members are known.
  public <T> T object(String name, Whole<T> whole) throws Malformed {
    return object(name).whole(whole);
  }

  private <T> T whole(Whole<T> whole) throws Malformed {
    T value = whole.read(this);
    end();
    return value;
  }

  /// Refuses members that nobody asked for.
  public void end() throws Malformed {
    if (taken.size() != object.members().size()) {
      throw new Malformed(production, 0);
    }
  }

  /// Whether there is such a member: for what older writers left out.
  public boolean has(String name) {
    return object.members().containsKey(name);
  }

  public Malformed malformed(String name) {
    return new Malformed(production + "." + name, 0);
  }

  private Json take(String name) throws Malformed {
    Json value = object.members().get(name);
    if (value == null) {
      throw malformed(name);
    }
    taken.add(name);
    return value;
  }
}
