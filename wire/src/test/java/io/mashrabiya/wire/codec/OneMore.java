package io.mashrabiya.wire.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A value with one member more than its format knows: a reader that lets it pass would let two
/// readers understand one text differently.
public final class OneMore {
  private static final String MEMBER = "one-more";

  private OneMore() {}

  /// The value again for each object in it, however deep, with one member more in that object.
  public static List<Json> in(Json value) {
    List<Json> all = new ArrayList<>();
    switch (value) {
      case Json.Members(var members) -> {
        all.add(with(members, MEMBER, new Json.Whole(1)));
        members.forEach(
            (name, member) -> in(member).forEach(more -> all.add(with(members, name, more))));
      }
      case Json.Items(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          for (Json more : in(items.get(i))) {
            List<Json> changed = new ArrayList<>(items);
            changed.set(i, more);
            all.add(new Json.Items(changed));
          }
        }
      }
      case Json.Text text -> {}
      case Json.Whole whole -> {}
      case Json.Flag flag -> {}
    }
    return all;
  }

  private static Json with(SortedMap<String, Json> members, String name, Json value) {
    SortedMap<String, Json> changed = new TreeMap<>(members);
    changed.put(name, value);
    return new Json.Members(changed);
  }
}
