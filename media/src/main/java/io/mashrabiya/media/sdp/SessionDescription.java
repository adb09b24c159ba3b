package io.mashrabiya.media.sdp;

import io.mashrabiya.words.Sentence;
import java.util.List;
import java.util.Optional;

/// What a session description says that matters here: its attributes and its media.
///
/// @param attributes those of the session, before the first medium
/// @param media in the order in which they stand
public record SessionDescription(List<Attribute> attributes, List<MediaDescription> media) {
  /// The longest description read.
  public static final int MOST_CHARACTERS = 64 * 1024;

  /// The most media read; more are left out.
  public static final int MOST_MEDIA = 32;

  /// The most formats read for each medium; more are left out.
  public static final int MOST_FORMATS = 32;

  /// The most attributes read for each medium; more are left out.
  public static final int MOST_ATTRIBUTES = 128;

  public SessionDescription {
    attributes = List.copyOf(attributes);
    media = List.copyOf(media);
  }

  /// One line `a=name` or `a=name:value`; without a value it is "".
  public record Attribute(String name, String value) {
    static Attribute of(String text) {
      int colon = text.indexOf(':');
      return colon < 0
          ? new Attribute(text.strip(), "")
          : new Attribute(
              text.substring(0, colon).strip(),
              text.substring(colon + 1).replace('\t', ' ').strip());
    }
  }

  /// What reading one came to.
  public sealed interface Reading {
    /// It could be read; it may still hold nothing of use.
    record Understood(SessionDescription description) implements Reading {}

    /// It is no session description.
    ///
    /// @param line the line at fault, from 1
    /// @param production what should have stood there
    record Malformed(int line, Sentence production) implements Reading {}
  }

  /// Reads one. See [SessionDescriptionReader] for what is forgiven.
  public static Reading read(String text) {
    return new SessionDescriptionReader(text).read();
  }

  /// The value of the session's first attribute of that name.
  public Optional<String> attribute(String name) {
    return first(attributes, name);
  }

  static Optional<String> first(List<Attribute> attributes, String name) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equalsIgnoreCase(name))
        .map(Attribute::value)
        .findFirst();
  }
}
