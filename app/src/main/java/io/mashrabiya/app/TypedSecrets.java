package io.mashrabiya.app;

import io.mashrabiya.words.Sentence;
import java.util.List;
import java.util.stream.Stream;

/// The passwords in addresses that were typed, which are not to be said again.
record TypedSecrets(List<String> typed) {
  /// With every typed address in its values cut down to where it leads.
  Sentence without(Sentence words) {
    return Sentence.of(words.parts().stream().map(this::without).toList());
  }

  private Sentence.Part without(Sentence.Part part) {
    return new Sentence.Part(part.pattern(), part.values().stream().map(this::without).toList());
  }

  private Object without(Object value) {
    return switch (value) {
      case Sentence words -> without(words);
      case String text -> without(text);
      default -> value;
    };
  }

  String without(String text) {
    return typed.stream()
        .flatMap(argument -> Stream.of(argument, argument.substring(argument.indexOf('=') + 1)))
        .filter(argument -> argument.contains("://") && argument.contains("@"))
        .reduce(text, (sofar, secret) -> sofar.replace(secret, withoutUser(secret)));
  }

  private static String withoutUser(String address) {
    return address.substring(0, address.indexOf("://") + 3)
        + "..."
        + address.substring(address.lastIndexOf('@'));
  }

  /// Without what was typed.
  @Override
  public String toString() {
    return "TypedSecrets";
  }
}
