package io.mashrabiya.app.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The sentences of one language by the English ones, from a file as translators know it: the PO
/// format of GNU gettext, without plural forms and contexts.
public final class Catalogue {
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^msgid((?:\\s*\"[^\\n]*\"\\n)+)msgstr((?:\\s*\"[^\\n]*\"(?:\\n|\\z))+)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\\n]*)\"");

  private final Map<String, String> sentences;

  private Catalogue(Map<String, String> sentences) {
    this.sentences = Collections.unmodifiableMap(sentences);
  }

  /// The catalogue that is shipped for a language.
  ///
  /// @param language its code, such as `ar`
  public static Catalogue shipped(String language) {
    try (InputStream file = Catalogue.class.getResourceAsStream(language + ".po")) {
      if (file == null) {
        throw new IllegalArgumentException("no catalogue for " + language);
      }
      return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws IllegalArgumentException when a sentence stands in it twice
  static Catalogue read(String file) {
    Map<String, String> sentences = new LinkedHashMap<>();
    List<MatchResult> entries = ENTRY.matcher(file).results().toList();
    for (MatchResult entry : entries) {
      String english = text(entry.group(1));
      if (!english.isEmpty() && sentences.put(english, text(entry.group(2))) != null) {
        throw new IllegalArgumentException("twice in the catalogue: " + english);
      }
    }
    return new Catalogue(sentences);
  }

  private static String text(String lines) {
    return QUOTED
        .matcher(lines)
        .results()
        .map(line -> line.group(1).translateEscapes())
        .collect(Collectors.joining());
  }

  /// The English sentences that it knows, in the order of the file.
  public Set<String> known() {
    return sentences.keySet();
  }

  /// The sentence in this language; in English where it is not known.
  public String of(String english) {
    String sentence = sentences.getOrDefault(english, "");
    return sentence.isEmpty() ? english : sentence;
  }
}
