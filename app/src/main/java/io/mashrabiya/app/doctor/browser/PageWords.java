package io.mashrabiya.app.doctor.browser;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.language.Language;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.words.Tongue;
import java.util.Locale;

/// What the page says in each language, of which it takes the browser's.
final class PageWords {
  private PageWords() {}

  /// As a script, that names them `WORDS`.
  static String script() {
    JsonBuilder all = Json.object();
    for (Language language : Language.values()) {
      all.put(language.name().toLowerCase(Locale.ROOT), words(language.tongue()));
    }
    return "const WORDS = " + all.build().text() + ";\n";
  }

  private static Json words(Tongue tongue) {
    JsonBuilder abilities = Json.object();
    for (Ability ability : Ability.values()) {
      abilities.put(ability.key(), ability.words().in(tongue));
    }
    return Json.object()
        .put("abilities", abilities.build())
        .put("title", say("What this browser can do").in(tongue))
        .put("looking", say("Looking ...").in(tongue))
        .put("yes", say("yes").in(tongue))
        .put("no", say("no").in(tongue))
        .put("told", say("The doctor was told. This page may be closed.").in(tongue))
        .put("deaf", say("The doctor does not listen any more.").in(tongue))
        .put("untold", say("The doctor could not be told.").in(tongue))
        .build();
  }
}
