package io.mashrabiya.app;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.command.DemoCommand;
import io.mashrabiya.app.command.DiscoverCommand;
import io.mashrabiya.app.command.DoctorCommand;
import io.mashrabiya.app.command.HomeCommand;
import io.mashrabiya.app.command.RehearseCommand;
import io.mashrabiya.app.command.RelayCommand;
import io.mashrabiya.app.command.ServeCommand;
import io.mashrabiya.app.command.SnapshotCommand;
import io.mashrabiya.app.command.TlsCommand;
import io.mashrabiya.app.command.VirtualCameraCommand;
import io.mashrabiya.app.command.camera.CameraCommand;
import io.mashrabiya.app.command.recovery.BackupCommand;
import io.mashrabiya.app.command.recovery.RestoreCommand;
import io.mashrabiya.app.command.relay.RolloutCommand;
import io.mashrabiya.app.config.LogSettings;
import io.mashrabiya.app.language.HelpInWords;
import io.mashrabiya.app.language.Language;
import io.mashrabiya.app.terminal.Voice;
import io.mashrabiya.words.Tongue;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command `mashrabiya`. Its subcommands are the ways to run the rooms; alone it only says so.
@Command(
    name = "mashrabiya",
    header = "Home cameras that only the household can see.",
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 command line, 3 configuration, 4 network, 5 data folder."
    },
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    version = "mashrabiya " + Version.NUMBER,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      HomeCommand.class,
      RelayCommand.class,
      RolloutCommand.class,
      TlsCommand.class,
      CameraCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      SnapshotCommand.class,
      DiscoverCommand.class,
      DoctorCommand.class,
      VirtualCameraCommand.class,
      RehearseCommand.class
    })
public final class Mashrabiya implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Logs more, and shows where a failure came from.")
  private boolean verbose;

  @Option(
      names = "--log",
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description = "How the log looks: text, or json for programs.")
  private LogSettings.@Nullable Format log;

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      scope = ScopeType.INHERIT,
      description = "Speaks this language: en or ar (default: as LANG says).")
  @SuppressWarnings("UnusedVariable") // Language.of has read it before
  private @Nullable Language language;

  private Mashrabiya() {}

  @Override
  public void run() {
    throw new Misunderstood(spec.commandLine(), say("Say which command to run."));
  }

  /// The command line with all that can be typed there.
  public static CommandLine commandLine() {
    return new CommandLine(new Mashrabiya());
  }

  /// Runs one command, which speaks this language through these writers; its exit code is one of
  /// [Exit].
  public static int execute(Writer out, Writer err, Language language, String... arguments) {
    var root = new Mashrabiya();
    Tongue tongue = language.tongue();
    var commandLine = new CommandLine(root);
    HelpInWords.translate(commandLine, tongue);
    return commandLine
        .setOut(new Voice(out, tongue))
        .setErr(new Voice(err, tongue))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAllowSubcommandsAsOptionParameters(
            true) // `--admit invite`, where there is `relay invite`
        .setParameterExceptionHandler(new Misunderstandings())
        .setExecutionExceptionHandler(new Complaints(() -> root.verbose))
        .setExecutionStrategy(parsed -> {
          Logging.begin(root.verbose, Optional.ofNullable(root.log));
          return new CommandLine.RunLast().execute(parsed);
        })
        .execute(arguments);
  }

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] arguments) {
    // What formats numbers says in which language; everything else writes for programs.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    Language language = Language.of(arguments, System::getenv);
    System.exit(
        execute(writer(System.out, language), writer(System.err, language), language, arguments));
  }

  /// In the terminal's own encoding, unless the language cannot be written in that.
  private static Writer writer(PrintStream stream, Language language) {
    Charset own = stream.charset();
    boolean fits = own.newEncoder().canEncode(language.letters());
    return new OutputStreamWriter(stream, fits ? own : StandardCharsets.UTF_8);
  }
}
