package io.mashrabiya.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which language is spoken, by what was typed and by the environment.
class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "'',                ,            ,            EN",
    "'',                ,            ar_EG.UTF-8, AR",
    "'',                ,            ar,          AR",
    "'',                ,            C.UTF-8,     EN",
    "'',                ,            arabic,      EN",
    "'',                ar_SY@x,     en_GB.UTF-8, AR",
    "'',                C,           ar_EG.UTF-8, EN",
    "'',                '',          ar_EG.UTF-8, AR",
    "serve --lang ar,   ,            en_GB.UTF-8, AR",
    "--lang=AR serve,   C,           ,            AR",
    "serve --lang=en,   ,            ar_EG.UTF-8, EN",
    "serve --lang,      ,            ar_EG.UTF-8, AR",
    "serve --lang=fr,   ,            ar_EG.UTF-8, AR",
    "serve --language=ar, ,          en,          EN",
  })
  void of_whatWasTypedAndTheEnvironment_isThat(String typed, String all, String lang, Language is) {
    Map<String, String> environment = new java.util.HashMap<>();
    environment.put("LC_ALL", all);
    environment.put("LANG", lang);
    assertThat(Language.of(typed.split(" "), environment::get)).isEqualTo(is);
  }
}
