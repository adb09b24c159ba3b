package io.mashrabiya.proof.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What `./mashrabiya` says before the program speaks: in `scripts/words.sh`, in the same
/// languages.
class ScriptWordsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path SCRIPTS = ROOT.resolve("scripts");
  private static final Pattern SAID = Pattern.compile("\\bsay '([^']*)'");

  /// Two words, not for a program.
  private static final Pattern UNSAID = Pattern.compile("\\becho [\"'][^\"']*[A-Za-z]+ [a-z]+");

  private static final Pattern ARABIC_LETTER = Pattern.compile("\\p{IsArabic}");

  /// All that is run on the way from `./mashrabiya` to the program.
  private static List<String> scripts() throws IOException {
    return List.of(
        Files.readString(ROOT.resolve("mashrabiya")),
        Files.readString(SCRIPTS.resolve("jdk.sh")),
        Files.readString(SCRIPTS.resolve("maven.sh")));
  }

  static Stream<String> sentences() throws IOException {
    return scripts().stream()
        .flatMap(script -> SAID.matcher(script).results())
        .map(said -> said.group(1))
        .distinct();
  }

  private static String run(Map<String, String> environment, String script, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", "-c", script, "mashrabiya"));
    command.addAll(List.of(arguments));
    ProcessBuilder bash = new ProcessBuilder(command);
    bash.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    bash.environment().putAll(environment);
    Process process = bash.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void sentence_ofTheScripts_isThereInArabic(String english) throws Exception {
    String arabic = run(Map.of(), ". ../scripts/words.sh; in_arabic \"$1\"", english);
    assertThat(arabic).containsPattern(ARABIC_LETTER);
    assertThat(arabic.split("%s", -1)).hasSameSizeAs(english.split("%s", -1));
  }

  @Test
  void scripts_sentences_areSaid() throws Exception {
    assertThat(sentences()).hasSizeGreaterThan(5);
    assertThat(scripts()).noneMatch(script -> UNSAID.matcher(script).find());
  }

  @ParameterizedTest
  @CsvSource({
    "C, '', false",
    "ar_EG.UTF-8, '', true",
    "ar, --lang=en, false",
    "ar, --lang=de, true",
    "C, --lang=de, false",
    "C, --lang=ar, true",
    "C, --lang ar, true",
    "arn, '', false"
  })
  void say_byLanguage_speaksIt(String lang, String typed, boolean isArabic) throws Exception {
    String[] arguments = typed.isEmpty() ? new String[0] : typed.split(" ");
    String said =
        run(
            Map.of("LANG", lang),
            ". ../scripts/words.sh; say 'The build failed. The whole log: %s' '/a %d'",
            arguments);
    assertThat(said).endsWith(": /a %d\n").doesNotContain("%s");
    assertThat(ARABIC_LETTER.matcher(said).find()).isEqualTo(isArabic);
  }
}
