package io.mashrabiya.media.http;

import io.mashrabiya.media.jpeg.JpegFile;
import java.io.IOException;

/// What an answer is made of, by its type; where that says nothing, by how it begins.
enum Content {
  /// Pictures in parts.
  STREAM,
  /// One picture.
  PICTURE,
  /// Something else.
  OTHER;

  static Content of(HttpCall.Answer answer) throws IOException {
    Head head = answer.head();
    if (head.isStream()) {
      return STREAM;
    }
    if (head.isPicture()) {
      return PICTURE;
    }
    return head.isUntyped() ? byFirstByte(answer.body().peek()) : OTHER;
  }

  private static Content byFirstByte(int first) {
    return switch (first) {
      case JpegFile.FIRST_BYTE -> PICTURE;
      case '-' -> STREAM;
      default -> OTHER;
    };
  }
}
