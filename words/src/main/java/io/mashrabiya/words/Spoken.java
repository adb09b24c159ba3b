package io.mashrabiya.words;

/// Something that every language says in its own way.
@FunctionalInterface
public interface Spoken {
  /// The text in that language.
  String in(Tongue tongue);
}
