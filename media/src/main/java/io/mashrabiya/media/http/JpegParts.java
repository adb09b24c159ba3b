package io.mashrabiya.media.http;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.jpeg.JpegFile;
import java.io.IOException;
import java.util.Optional;

/// Reads pictures that come as the parts of one endless answer (`multipart/x-mixed-replace`; parts
/// as of RFC 2046, section 5.1.1).
///
/// A part ends where its `Content-Length` says, if a picture ends there, so that it is handed on at
/// once; else at the next delimiter.
///
/// Leniencies, each for cameras that exist: the delimiter is the first line that begins with two
/// dashes, whatever boundary the answer's head names, with or without dashes; lines end with LF
/// alone; blank lines before and behind a part's fields; a length that is absent or wrong; no line
/// end between a picture and the delimiter; no last delimiter.
///
/// Owned by one thread.
final class JpegParts {
  /// The largest picture.
  static final int MOST_BYTES = 8 * 1024 * 1024;

  /// What a picture begins with, and no line of text does.
  static final int FIRST_OF_JPEG = JpegFile.FIRST_BYTE;

  private static final int MOST_PREAMBLE_BYTES = 16 * 1024;

  private final ByteInput in;
  private final PartBytes bytes;
  private final CaptureClock clock;
  private Place place = Place.PREAMBLE;
  private Delimiter delimiter =
      Delimiter.of(Delimiter.DASHES); // the preamble ends with the true one

  /// One part.
  ///
  /// @param bytes what it holds
  /// @param beganMicros when the first of that had arrived: the picture was taken before
  record Part(byte[] bytes, long beganMicros) {}

  private enum Place {
    PREAMBLE,
    BEFORE_DELIMITER,
    AT_FIELDS,
    END
  }

  /// @param clock says when a part began
  JpegParts(ByteInput body, CaptureClock clock) {
    this.in = body;
    this.bytes = new PartBytes(body);
    this.clock = clock;
  }

  /// Waits for the next part that says it is a picture, or says nothing; empty after the last, and
  /// when the connection has ended.
  Optional<Part> next() throws IOException {
    while (findFields()) {
      Fields fields = Fields.ofPart(in);
      skipLineEnds();
      Optional<Part> part = part(fields.first("Content-Length"));
      if (fields.type().isEmpty() || fields.type().startsWith("image/")) {
        return part;
      }
    }
    return Optional.empty();
  }

  /// Goes on to the fields of the next part; whether there is one.
  private boolean findFields() throws IOException {
    switch (place) {
      case PREAMBLE -> learnDelimiter();
      case BEFORE_DELIMITER -> skipToDelimiter();
      case AT_FIELDS, END -> {
        // nothing lies between
      }
    }
    return place != Place.END;
  }

  private void learnDelimiter() throws IOException {
    while (in.offset() < MOST_PREAMBLE_BYTES) {
      String line = in.line();
      if (line.startsWith(Delimiter.DASHES)) {
        delimiter = Delimiter.of(line);
        place = Place.AT_FIELDS;
        return;
      }
    }
    throw new MalformedHttp(say("a line that begins with {0}", Delimiter.DASHES), in.offset());
  }

  private void skipToDelimiter() throws IOException {
    bytes.clear();
    while (bytes.take()) {
      Delimiter.Found found = delimiter.atEndOf(bytes);
      if (found.isHere()) {
        place = found == Delimiter.Found.LAST ? Place.END : Place.AT_FIELDS;
        return;
      }
    }
    place = Place.END;
  }

  private void skipLineEnds() throws IOException {
    long start = in.offset();
    while (in.peek() == '\r' || in.peek() == '\n') {
      in.read();
      if (in.offset() - start > MOST_PREAMBLE_BYTES) {
        throw new MalformedHttp(say("a picture instead of blank lines"), in.offset());
      }
    }
  }

  private Optional<Part> part(Optional<String> told) throws IOException {
    long length = told.filter(text -> text.matches("[0-9]{1,9}")).map(Long::valueOf).orElse(-1L);
    bytes.clear();
    in.peek();
    long beganMicros = clock.nowMicros();
    while (bytes.take()) {
      if (bytes.length() == length && bytes.isWholeJpeg()) {
        place = Place.BEFORE_DELIMITER;
        return Optional.of(new Part(bytes.all(), beganMicros));
      }
      Delimiter.Found found = delimiter.atEndOf(bytes);
      if (found.isHere()) {
        place = found == Delimiter.Found.LAST ? Place.END : Place.AT_FIELDS;
        return Optional.of(new Part(delimiter.before(bytes, found), beganMicros));
      }
    }
    place = Place.END;
    return bytes.isWholeJpeg() ? Optional.of(new Part(bytes.all(), beganMicros)) : Optional.empty();
  }
}
