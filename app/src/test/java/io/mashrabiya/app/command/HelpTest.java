package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// `--help`, held against docs/ref/commands.md.
class HelpTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z-]+)(.*?)` \\|.*", Pattern.MULTILINE);
  private static final Pattern CODE =
      Pattern.compile("^\\| ([0-5]) \\| (.*) \\|$", Pattern.MULTILINE);
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "ref", "commands.md"));
  }

  /// Each command of the page, with what the page says may follow it.
  static Stream<Arguments> documented() throws IOException {
    return ROW.matcher(page()).results().map(row -> Arguments.of(row.group(1), row.group(2)));
  }

  @ParameterizedTest
  @MethodSource("documented")
  void help_ofEachDocumentedCommand_namesWhatThePageNames(String command, String synopsis) {
    Said help = Said.by(command, "--help");
    assertThat(help.code()).isEqualTo(Exit.DONE.code());
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).contains("Usage: mashrabiya " + command);
    assertThat(OPTION.matcher(synopsis).results().map(m -> m.group()))
        .allSatisfy(option -> assertThat(help.out()).contains(option));
    if (synopsis.contains("CAMERA")) {
      assertThat(help.out()).contains("[CAMERA...]", "rtsp://user:password@address/stream");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "demo, --port --data --network --no-open",
    "serve, --config --name --data --kit --port --listen --origin --metrics --tls-cert --tls-key --proxy --no-open",
    "home, --config --name --data --kit --relay --relay-invite",
    "home invite, --config --data --rights --camera --until --hours --good-for --link-only",
    "home restore, --config --name --data --kit --keep --from",
    "relay, --config --admit --port --listen --origin --metrics --tls-cert --tls-key --proxy --data --take-over",
    "relay status, --config --data --json",
    "relay households, --config --data --json",
    "relay invite, --config --data --hours --relay-invite",
    "relay admit, --config --data",
    "relay dismiss, --config --data",
    "relay suspend, --config --data",
    "relay resume, --config --data",
    "rollout, --config --data --json",
    "rollout advance, --config --data --reason",
    "rollout back, --config --data --reason",
    "tls, --data --new",
    "camera, ''",
    "camera add, --config --data --sub --untried",
    "camera list, --config --data --json",
    "camera test, --config",
    "camera remove, --config --data",
    "backup, --config --data --kit",
    "restore, --config --name --data --kit --keep",
    "snapshot, --config --data --output",
    "discover, --seconds --json --at --user --password",
    "doctor, --config --data --seconds --onvif --browser --json",
    "virtual-camera, --scene --file --night --name --large-mark --sound --listen --port --onvif --user --password --mark-log",
  })
  void help_ofEachCommand_namesItsOptionsAndNoOther(String command, String options) {
    List<String> named =
        OPTION
            .matcher(Said.by((command + " --help").split(" ")).out())
            .results()
            .map(m -> m.group())
            .distinct()
            .toList();
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(options.split(" ")).filter(Predicate.not(String::isEmpty)),
                    Stream.of("--help", "--version", "--verbose", "--log", "--lang"))
                .toList());
  }

  @Test
  void help_ofTheWhole_namesTheDocumentedCommandsAndNoOther() throws IOException {
    Said help = Said.by("--help");
    assertThat(help.code()).isEqualTo(Exit.DONE.code());
    String commands =
        help.out().substring(help.out().indexOf("Commands:"), help.out().indexOf("Exit codes:"));
    List<String> named =
        Pattern.compile("^  ([a-z-]+)", Pattern.MULTILINE)
            .matcher(commands)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(named).isEqualTo(documented().map(row -> row.get()[0]).toList());
  }

  @Test
  void exitCodes_ofThePage_areThoseOfTheProgram() throws IOException {
    List<Integer> documented =
        CODE.matcher(page()).results().map(row -> Integer.valueOf(row.group(1))).toList();
    assertThat(documented).isEqualTo(Stream.of(Exit.values()).map(Exit::code).toList());
    Matcher footer =
        Pattern.compile("Exit codes: (.*)\\.", Pattern.DOTALL).matcher(Said.by("--help").out());
    assertThat(footer.find()).isTrue();
    assertThat(footer.group(1).split(",")).hasSize(documented.size());
  }

  @Test
  void version_isSaid() {
    Said version = Said.by("--version");
    assertThat(version.code()).isEqualTo(Exit.DONE.code());
    assertThat(version.out()).startsWith("mashrabiya ");
  }
}
