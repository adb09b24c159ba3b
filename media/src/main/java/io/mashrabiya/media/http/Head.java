package io.mashrabiya.media.http;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.socket.Printable;
import java.io.IOException;

/// The status line and the fields of an answer (RFC 9112, section 4).
///
/// Leniencies: any HTTP/1.x version, no reason phrase, interim answers (1xx) before the answer.
///
/// @param reason the camera's own words, printable and short
record Head(int status, String reason, Fields fields) {
  private static final int MOST_INTERIM = 4;

  /// Reads the head of the next answer.
  static Head read(ByteInput in) throws IOException {
    for (int interim = 0; interim <= MOST_INTERIM; interim++) {
      Head head = one(in);
      if (head.status() >= 200) {
        return head;
      }
    }
    throw new MalformedHttp(say("an answer that is not interim"), in.offset());
  }

  private static Head one(ByteInput in) throws IOException {
    String[] words = in.line().split(" +", 3);
    if (words.length < 2
        || !words[0].matches("HTTP/1\\.[0-9]")
        || !words[1].matches("[1-5]\\d\\d")) {
      throw new MalformedHttp(say("HTTP/1.1 and a status"), 0);
    }
    String reason = words.length < 3 ? "" : Printable.of(words[2].strip());
    return new Head(Integer.parseInt(words[1]), reason, Fields.read(in));
  }

  /// Whether the type says that pictures come one after the other. Leniency: any multipart type.
  boolean isStream() {
    return fields.type().startsWith("multipart/");
  }

  /// Whether the type says that it is one picture. Leniency: names that were never registered.
  boolean isPicture() {
    return switch (fields.type()) {
      case "image/jpeg", "image/jpg", "image/pjpeg" -> true;
      default -> false;
    };
  }

  /// Whether the type says nothing.
  boolean isUntyped() {
    return fields.type().isEmpty() || fields.type().equals("application/octet-stream");
  }
}
