package io.mashrabiya.app.language;

import io.mashrabiya.words.Tongue;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The languages of the command line, by their codes.
public enum Language {
  EN(""),
  AR("مشربية");

  private static final String OPTION = "--lang";

  private final String letters;

  Language(String letters) {
    this.letters = letters;
  }

  /// Some of its letters beyond ASCII.
  public String letters() {
    return letters;
  }

  /// What was typed, else what the environment names in `LC_ALL`, `LC_MESSAGES` or `LANG`, the
  /// first that is set (POSIX, 8.2); English where that is a language of which nothing is known
  /// here.
  ///
  /// It looks at the arguments before they are understood, so that also what is wrong with them is
  /// said in it.
  ///
  /// @param environment the value of a variable, or null
  public static Language of(String[] arguments, UnaryOperator<@Nullable String> environment) {
    return typed(arguments)
        .or(() ->
            Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .flatMap(name -> Stream.ofNullable(environment.apply(name)))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .flatMap(Language::named))
        .orElse(EN);
  }

  private static Optional<Language> typed(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith(OPTION + "=")) {
        return named(arguments[i].substring(OPTION.length() + 1));
      }
      if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
        return named(arguments[i + 1]);
      }
    }
    return Optional.empty();
  }

  /// By a name such as `ar`, `ar_EG.UTF-8` or `AR`.
  private static Optional<Language> named(String name) {
    String code = name.split("[_.@-]", 2)[0].toUpperCase(Locale.ROOT);
    return Stream.of(values()).filter(language -> language.name().equals(code)).findFirst();
  }

  public Tongue tongue() {
    return switch (this) {
      case EN -> Tongue.ENGLISH;
      case AR -> new Translation(Locale.of("ar"), Catalogue.shipped("ar"));
    };
  }
}
