package io.mashrabiya.words;

/// A failure that says in a sentence what happened, and what to do.
public interface Told {
  /// What to tell a person.
  Sentence words();

  /// What a failure says of itself: a sentence where it has one, otherwise whatever the system or a
  /// library called it, as that stands.
  static Sentence of(Throwable failure) {
    return switch (failure) {
      case Told told -> told.words();
      default -> {
        String message = failure.getMessage();
        yield Sentence.quoted(message == null ? failure.getClass().getSimpleName() : message);
      }
    };
  }
}
