package io.mashrabiya.media.http;

import static io.mashrabiya.words.Sentence.say;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The header fields of an answer or of one of its parts (RFC 9112, section 5; RFC 2046, section
/// 5.1), in order; names are compared without case. Values may be secrets, so [#toString()] tells
/// names only.
///
/// Leniencies: a line without a colon is skipped; a line that begins with a space goes on from the
/// one before; spaces around names and values do not count.
final class Fields {
  /// The most bytes of all lines together.
  static final int MOST_BYTES = 16 * 1024;

  /// The most fields.
  static final int MOST_FIELDS = 64;

  private final List<Field> fields = new ArrayList<>();

  private record Field(String name, String value) {}

  private Fields() {}

  /// Reads them up to the empty line, which is taken too.
  static Fields read(ByteInput in) throws IOException {
    Fields read = new Fields();
    long start = in.offset();
    for (String line = in.line(); !line.isEmpty(); line = in.line()) {
      read.take(line);
      read.demandBounds(in, start);
    }
    return read;
  }

  /// The same for a part of an answer. Leniency: blank lines may stand before the fields; a part
  /// without any begins with its picture.
  static Fields ofPart(ByteInput in) throws IOException {
    Fields read = new Fields();
    long start = in.offset();
    while (in.peek() != JpegParts.FIRST_OF_JPEG) {
      String line = in.line();
      if (line.isEmpty() && !read.fields.isEmpty()) {
        return read;
      }
      if (!line.isEmpty()) {
        read.take(line);
      }
      read.demandBounds(in, start);
    }
    return read;
  }

  private void demandBounds(ByteInput in, long start) throws MalformedHttp {
    if (fields.size() > MOST_FIELDS || in.offset() - start > MOST_BYTES) {
      throw new MalformedHttp(say("at most 64 header fields in 16 KiB"), in.offset());
    }
  }

  private void take(String line) {
    int colon = line.indexOf(':');
    boolean continuation = line.charAt(0) == ' ' || line.charAt(0) == '\t';
    if (continuation && !fields.isEmpty()) {
      Field last = fields.removeLast();
      fields.add(new Field(last.name(), (last.value() + " " + line.strip()).strip()));
    } else if (colon > 0) {
      fields.add(new Field(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
    }
  }

  /// The value of the first field of that name.
  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /// The values of all fields of that name.
  List<String> all(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  /// The media type without its parameters, in lower case; empty where none is named.
  String type() {
    String value = first("Content-Type").orElse("");
    int semicolon = value.indexOf(';');
    return (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return fields.stream().map(Field::name).toList().toString();
  }
}
