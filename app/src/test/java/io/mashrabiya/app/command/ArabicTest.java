package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands that speak Arabic: English is left only in what is typed and in names.
class ArabicTest {
  /// Two words in small letters, as no option, command or file name has them.
  private static final Pattern ENGLISH =
      Pattern.compile("(?<![-A-Za-z/=`])[A-Z]?[a-z]{2,}[,;:]? [a-z]{2,}(?![-/:=])");

  private static Said said(String line) {
    return Said.by(
        Stream.concat(Stream.of("--lang", "ar"), Stream.of(line.split(" ")))
            .toArray(String[]::new));
  }

  /// Without commands that stand in it to be typed.
  private static String prose(String text) {
    return text.replace("\u200E", "").replaceAll("`[^`]*`|mashrabiya [a-z -]*|'mon-fri[^']*'", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "serve",
        "home",
        "home invite",
        "home restore",
        "relay",
        "relay status",
        "relay households",
        "relay invite",
        "relay admit",
        "relay dismiss",
        "relay suspend",
        "relay resume",
        "rollout",
        "rollout advance",
        "rollout back",
        "tls",
        "camera",
        "camera add",
        "camera list",
        "camera test",
        "camera remove",
        "backup",
        "restore",
        "snapshot",
        "discover",
        "doctor",
        "virtual-camera"
      })
  void help_inArabic_hasNoEnglishSentence(String command) {
    Said help = said((command + " --help").strip());
    assertThat(help.code()).isEqualTo(Exit.DONE.code());
    assertThat(help.out()).contains("الاستعمال", "--help", "يعرض هذه المساعدة");
    assertThat(ENGLISH.matcher(prose(help.out())).results().map(match -> match.group())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serv",
        "demo --prot 1",
        "demo --port many",
        "demo --network moon",
        "demo --data",
        "demo --no-open=perhaps",
        "demo more",
        "demo --log yaml",
        "discover --seconds x",
        "discover --seconds 0",
        "relay invite --hours 1 --hours 2",
        "rollout advance poor-line-stills 5",
        "rollout back everything --reason=x",
        "snapshot",
        "backup",
        "virtual-camera",
        "virtual-camera --scene attic",
        "virtual-camera --scene door --file a.mp4",
        "camera",
        "home rtsp://192.0.2.1/a",
        "serve"
      })
  void mistake_inArabic_isExplainedWithoutEnglish(String line) {
    Said said = said(line);
    assertThat(said.code()).isEqualTo(Exit.USAGE.code());
    assertThat(said.err()).containsPattern("[\u0621-\u064A]{3}");
    assertThat(ENGLISH.matcher(prose(said.err())).results().map(match -> match.group())).isEmpty();
  }

  @Test
  void failure_inArabic_keepsItsPathWhole(@TempDir Path folder) {
    Said said = said("snapshot -o a.jpg --data " + folder);
    assertThat(said.code()).isEqualTo(Exit.NETWORK.code());
    assertThat(said.err()).contains("لا بيت يعمل من \u2068" + folder + "\u2069");
  }

  @Test
  void mistake_withAPassword_isExplainedWithoutIt() {
    Said said = said("serve --port rtsp://mona:hunter2@192.0.2.1/a");
    assertThat(said.all()).contains("قيمة \u2068--port\u2069 غير مفهومة").doesNotContain("hunter2");
  }

  @Test
  void json_staysAsItIs(@TempDir Path folder) {
    Path config = folder.resolve("mashrabiya.yaml");
    Said said = said("camera list --json --config " + config);
    assertThat(said.out().strip()).isEqualTo("{\"cameras\":[]}");
  }
}
