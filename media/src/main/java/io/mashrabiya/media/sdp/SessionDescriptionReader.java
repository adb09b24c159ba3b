package io.mashrabiya.media.sdp;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.sdp.SessionDescription.Attribute;
import io.mashrabiya.media.sdp.SessionDescription.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

/// Reads a session description.
///
/// Leniencies, each for cameras that exist: lines may end with LF or CR alone; blank lines, lines
/// that are not of the form `x=...`, spaces around values and NUL bytes at the end are skipped;
/// every line but `m=` and `a=` is ignored, so the order of lines, missing `v=`, `o=` and `t=`
/// lines do not matter; a port that is no number does not matter. What is not forgiven: a text
/// without any line of the form, and an `m=` line without a format.
final class SessionDescriptionReader {
  /// Medium, port, protocol and the formats.
  private static final int MOST_WORDS = 3 + SessionDescription.MOST_FORMATS;

  private final String text;
  private final List<Attribute> sessionAttributes = new ArrayList<>();
  private final List<Begun> media = new ArrayList<>();
  private List<Attribute> attributes = sessionAttributes;
  private boolean anyLine;

  /// A medium whose attributes are still being read.
  private record Begun(List<String> words, List<Attribute> attributes) {
    MediaDescription describe() {
      return new MediaDescription(
          words.get(0).toLowerCase(Locale.ROOT),
          words.get(2),
          words.subList(3, words.size()),
          attributes);
    }
  }

  SessionDescriptionReader(String text) {
    this.text = text;
  }

  Reading read() {
    if (text.length() > SessionDescription.MOST_CHARACTERS) {
      return new Reading.Malformed(1, say("a description of at most 64 KiB"));
    }
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.length() > 1 && line.charAt(1) == '=' && !take(line.charAt(0), line.substring(2))) {
        return new Reading.Malformed(number, quoted("m=<media> <port> <proto> <fmt>"));
      }
    }
    if (!anyLine) {
      return new Reading.Malformed(1, quoted("<type>=<value>"));
    }
    return new Reading.Understood(
        new SessionDescription(sessionAttributes, media.stream().map(Begun::describe).toList()));
  }

  private boolean take(char type, String value) {
    anyLine = true;
    return switch (type) {
      case 'a' -> {
        if (attributes.size() < SessionDescription.MOST_ATTRIBUTES) {
          attributes.add(Attribute.of(value.replace("\0", "")));
        }
        yield true;
      }
      case 'm' -> medium(words(value.replace('\0', ' ')));
      default -> true;
    };
  }

  private static List<String> words(String value) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(value);
    while (tokens.hasMoreTokens() && words.size() < MOST_WORDS) {
      words.add(tokens.nextToken());
    }
    return words;
  }

  private boolean medium(List<String> words) {
    if (words.size() < 4) {
      return false;
    }
    attributes = new ArrayList<>();
    if (media.size() < SessionDescription.MOST_MEDIA) {
      media.add(new Begun(words, attributes));
    }
    return true;
  }
}
