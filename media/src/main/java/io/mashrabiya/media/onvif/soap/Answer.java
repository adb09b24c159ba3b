package io.mashrabiya.media.onvif.soap;

import java.util.function.Function;

/// What asking a camera came to.
public sealed interface Answer<T> {
  /// It answered.
  record Given<T>(T value) implements Answer<T> {}

  /// It did not, or not usefully.
  record Failed<T>(OnvifFailure why) implements Answer<T> {}

  /// The same about something made of the value.
  default <U> Answer<U> map(Function<? super T, ? extends U> made) {
    return switch (this) {
      case Given<T>(T value) -> new Given<>(made.apply(value));
      case Failed<T>(OnvifFailure why) -> new Failed<>(why);
    };
  }

  /// The same about a further question.
  default <U> Answer<U> then(Function<? super T, Answer<U>> asked) {
    return switch (this) {
      case Given<T>(T value) -> asked.apply(value);
      case Failed<T>(OnvifFailure why) -> new Failed<>(why);
    };
  }

  /// The value, or another that does.
  default T or(T otherwise) {
    return switch (this) {
      case Given<T>(T value) -> value;
      case Failed<T> _ -> otherwise;
    };
  }
}
