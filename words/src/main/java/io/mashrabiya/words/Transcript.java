package io.mashrabiya.words;

import io.mashrabiya.words.Sentence.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A sentence as a list of texts, by which it crosses from one process to another, where another
/// language may be read: `+` and a pattern, then for each of its values `=` and the text, or a
/// sentence between `(` and `)`; and the same for each further part.
///
/// What is spoken and no sentence crosses in English.
public final class Transcript {
  /// The most texts that are read.
  public static final int MOST_TEXTS = 256;

  private static final int MOST_CHARACTERS = 16_384;
  private static final int DEEPEST = 8;
  private static final char PART = '+';
  private static final char VALUE = '=';
  private static final String BEGIN = "(";
  private static final String END = ")";

  private final List<String> texts;
  private int next;

  private Transcript(List<String> texts) {
    this.texts = texts;
  }

  /// One that [#read] takes: a sentence beyond its bounds goes without its end, in English.
  public static List<String> of(Sentence sentence) {
    List<String> texts = new ArrayList<>();
    write(sentence.parts(), texts);
    if (read(texts).isPresent()) {
      return List.copyOf(texts);
    }
    String english = sentence.toString();
    int end = Math.min(english.length(), MOST_CHARACTERS / 2);
    return List.of(PART + "{0}", VALUE + english.substring(0, end));
  }

  private static void write(List<Part> parts, List<String> into) {
    for (Part part : parts) {
      into.add(PART + part.pattern());
      for (Object value : part.values()) {
        if (value instanceof Sentence within) {
          into.add(BEGIN);
          write(within.parts(), into);
          into.add(END);
        } else {
          into.add(VALUE + english(value));
        }
      }
    }
  }

  private static String english(Object value) {
    return value instanceof Spoken spoken ? spoken.in(Tongue.ENGLISH) : String.valueOf(value);
  }

  /// Empty where it is none: out of form, or longer or deeper than any of ours.
  public static Optional<Sentence> read(List<String> texts) {
    int characters = texts.stream().mapToInt(String::length).sum();
    if (texts.size() > MOST_TEXTS || characters > MOST_CHARACTERS) {
      return Optional.empty();
    }
    Transcript reading = new Transcript(texts);
    return reading.sentence(0).filter(whole -> reading.next == texts.size());
  }

  /// As far as it goes: to its end, or to the first text that is not of it.
  private Optional<Sentence> sentence(int depth) {
    List<Part> parts = new ArrayList<>();
    while (isNext(PART)) {
      String pattern = taken();
      Optional<List<Object>> values = values(depth);
      if (values.isEmpty() || !Sentence.isOrderly(pattern)) {
        return Optional.empty();
      }
      parts.add(new Part(pattern, values.get()));
    }
    return Optional.of(Sentence.of(parts));
  }

  private Optional<List<Object>> values(int depth) {
    List<Object> values = new ArrayList<>();
    while (isNext(VALUE) || isNext(BEGIN.charAt(0))) {
      if (isNext(VALUE)) {
        values.add(taken());
      } else {
        Optional<Sentence> within = within(depth + 1);
        if (within.isEmpty()) {
          return Optional.empty();
        }
        values.add(within.get());
      }
    }
    return Optional.of(values);
  }

  private Optional<Sentence> within(int depth) {
    if (depth > DEEPEST || !texts.get(next++).equals(BEGIN)) {
      return Optional.empty();
    }
    Optional<Sentence> sentence = sentence(depth);
    boolean isEnded = next < texts.size() && texts.get(next++).equals(END);
    return sentence.filter(_ -> isEnded);
  }

  private boolean isNext(char sign) {
    return next < texts.size() && texts.get(next).indexOf(sign) == 0;
  }

  private String taken() {
    return texts.get(next++).substring(1);
  }
}
