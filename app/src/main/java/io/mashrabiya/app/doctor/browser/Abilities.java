package io.mashrabiya.app.doctor.browser;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import java.util.EnumSet;
import java.util.Set;

/// What a browser told that it can do.
record Abilities(Set<Ability> there) {
  Abilities {
    there = Set.copyOf(there);
  }

  /// Reads what the page tells: one member for each ability, `true` or `false`, in the form of RFC
  /// 8785.
  static Abilities parse(byte[] text) throws Malformed {
    Fields fields = Fields.parse("abilities", text);
    var there = EnumSet.noneOf(Ability.class);
    for (Ability ability :
        EnumSet.allOf(Ability.class).stream()
            .sorted((a, b) -> a.key().compareTo(b.key()))
            .toList()) {
      if (fields.flag(ability.key())) {
        there.add(ability);
      }
    }
    fields.end();
    return new Abilities(there);
  }
}
