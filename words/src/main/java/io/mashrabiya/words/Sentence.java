package io.mashrabiya.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a person is told: one sentence or several, or a part of one, as English patterns with their
/// values apart, so that another language can put them where it wants them.
///
/// A pattern is a literal in the source, where a test finds it and looks for its translation. Its
/// places are `{0}` to `{9}`. A value may be another sentence, which is then said in the same
/// language.
public final class Sentence implements Spoken {
  /// Nothing to say.
  public static final Sentence NOTHING = new Sentence(List.of());

  private static final int LONGEST_PATTERN = 1_000;
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final List<Part> parts;

  /// One pattern with what stands in its places.
  ///
  /// @param pattern English
  public record Part(String pattern, List<Object> values) implements Spoken {
    public Part {
      values = List.copyOf(values);
    }

    @Override
    public String in(Tongue tongue) {
      Matcher places = PLACE.matcher(tongue.pattern(pattern));
      return places.replaceAll(
          place -> Matcher.quoteReplacement(value(Integer.parseInt(place.group(1)), tongue)));
    }

    private String value(int place, Tongue tongue) {
      return place < values.size() ? shown(values.get(place), tongue) : "";
    }
  }

  private Sentence(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /// One sentence, or a part of one.
  ///
  /// @param pattern English, a literal
  /// @param values for the places `{0}`, `{1}` and so on; no secrets
  public static Sentence say(String pattern, Object... values) {
    return new Sentence(List.of(new Part(pattern, List.of(values))));
  }

  /// Somebody else's words, which no language changes: a camera's, the system's, a person's.
  public static Sentence quoted(String text) {
    return text.isEmpty() ? NOTHING : new Sentence(List.of(new Part("{0}", List.of(text))));
  }

  /// What was said before, as [#parts] gave it.
  public static Sentence of(List<Part> parts) {
    return new Sentence(parts);
  }

  /// Several things in a row, with commas.
  public static Spoken listed(Collection<?> things) {
    List<Object> each = List.copyOf(things);
    return tongue ->
        each.stream()
            .map(thing -> shown(thing, tongue))
            .collect(Collectors.joining(say(", ").in(tongue)));
  }

  /// This, and a further sentence behind it.
  public Sentence then(String pattern, Object... values) {
    return then(say(pattern, values));
  }

  /// This, and that behind it.
  public Sentence then(Sentence next) {
    List<Part> both = new ArrayList<>(parts);
    both.addAll(next.parts);
    return new Sentence(both);
  }

  /// Whether it could be a pattern of ours: of some length, and with each place once, so that what
  /// is said is never longer than what it is said with.
  static boolean isOrderly(String pattern) {
    List<String> places = PLACE.matcher(pattern).results().map(MatchResult::group).toList();
    return pattern.length() <= LONGEST_PATTERN && Set.copyOf(places).size() == places.size();
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /// The patterns with their values, in order.
  public List<Part> parts() {
    return parts;
  }

  /// What is said first.
  public Sentence first() {
    return new Sentence(parts.subList(0, Math.min(1, parts.size())));
  }

  /// What is said after that.
  public Sentence rest() {
    return new Sentence(parts.subList(Math.min(1, parts.size()), parts.size()));
  }

  @Override
  public String in(Tongue tongue) {
    return parts.stream().map(part -> part.in(tongue)).collect(Collectors.joining(" "));
  }

  private static String shown(Object value, Tongue tongue) {
    return value instanceof Spoken spoken ? spoken.in(tongue) : tongue.value(String.valueOf(value));
  }

  /// Whether it says the same.
  @Override
  public boolean equals(Object other) {
    return other instanceof Sentence that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /// In English.
  @Override
  public String toString() {
    return in(Tongue.ENGLISH);
  }
}
