package io.mashrabiya.bench.network;

/// What is on a canvas.
sealed interface Shown {
  /// Nothing, or what the tile shuts out.
  record Nothing() implements Shown {}

  /// Something without a mark that can be read.
  record Unreadable() implements Shown {}

  /// The camera's picture of that number.
  record Picture(long counter) implements Shown {}

  /// As the script notes it.
  static Shown of(Object noted) {
    return switch (noted) {
      case Number counter -> new Picture(counter.longValue());
      case String word when word.equals("nothing") -> new Nothing();
      case String word when word.equals("unreadable") -> new Unreadable();
      default -> throw new IllegalArgumentException("no canvas shows " + noted);
    };
  }
}
