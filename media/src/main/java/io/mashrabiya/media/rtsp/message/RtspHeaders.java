package io.mashrabiya.media.rtsp.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The header fields of a message, in order; names are compared without case.
///
/// Characters stand for bytes (ISO 8859-1), so that nothing is lost of what a peer wrote. Values
/// may be secrets (`Authorization`), so [#toString()] tells names only.
public final class RtspHeaders {
  /// No fields.
  public static final RtspHeaders NONE = new RtspHeaders(List.of());

  private final List<Field> fields;

  /// One field.
  public record Field(String name, String value) {
    @Override
    public String toString() {
      return name;
    }
  }

  RtspHeaders(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  /// These fields and one more.
  ///
  /// @throws IllegalArgumentException if it cannot stand on one line
  public RtspHeaders with(String name, String value) {
    if ((name + value).chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0 || c > 255)) {
      throw new IllegalArgumentException("not one line of bytes: the value of " + name);
    }
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new RtspHeaders(more);
  }

  /// The value of the first field of that name.
  public Optional<String> first(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst();
  }

  /// The values of all fields of that name.
  public List<String> all(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  /// All fields, in order.
  public List<Field> fields() {
    return fields;
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
