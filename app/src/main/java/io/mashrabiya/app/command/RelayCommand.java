package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.Logging;
import io.mashrabiya.app.Version;
import io.mashrabiya.app.command.relay.AdmitCommand;
import io.mashrabiya.app.command.relay.DismissCommand;
import io.mashrabiya.app.command.relay.HouseholdsCommand;
import io.mashrabiya.app.command.relay.InviteCommand;
import io.mashrabiya.app.command.relay.ResumeCommand;
import io.mashrabiya.app.command.relay.StatusCommand;
import io.mashrabiya.app.command.relay.SuspendCommand;
import io.mashrabiya.app.config.AdmitWords;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.config.ConfigurationWatch;
import io.mashrabiya.app.config.LogSettings;
import io.mashrabiya.app.run.UntilStopped;
import io.mashrabiya.app.run.UserFolder;
import io.mashrabiya.relay.OperatorOptions;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayLimits;
import io.mashrabiya.relay.RelayOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The operator's half alone, and with its subcommands what an operator asks and tells it.
@Command(
    name = "relay",
    header = "The operator's half: carries and keeps what it cannot open.",
    description = {
      "Takes in the homes that --admit or the configuration names; who may look is their own matter.",
      "With a command it asks or tells the relay that runs on this machine."
    },
    subcommands = {
      StatusCommand.class,
      HouseholdsCommand.class,
      InviteCommand.class,
      AdmitCommand.class,
      DismissCommand.class,
      SuspendCommand.class,
      ResumeCommand.class
    })
public final class RelayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RelaySettings settings = new RelaySettings();

  @Mixin private ConfigurationOption config = new ConfigurationOption();

  @Option(
      names = "--admit",
      paramLabel = "HOUSEHOLD",
      arity = "1..*",
      description = {
        "Ids of households whose homes it takes in; `invite` for whoever shows a code of `relay invite`,",
        "`open` for all."
      })
  private List<String> admit = List.of();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where it keeps what you decide about homes (default: your data folder).")
  private @Nullable Path data;

  @Option(
      names = "--take-over",
      description =
          "Takes over from the relay that runs from the same folder, if one does: who is linked there moves here.")
  private boolean takesOver;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Configuration file = config.read();
    Logging.follow(file.logging().orElse(LogSettings.DEFAULT));
    Path folder = data == null ? folder(file) : data;
    RelayOptions options =
        settings
            .options(file)
            .withSite(LocalRelay.SITE)
            .withAdmission(words(file).admission())
            .withLimits(RelayLimits.DEFAULT.withQuota(file.quota()))
            .withOperator(new OperatorOptions(folder, Version.NUMBER, takesOver));
    try (UntilStopped until = UntilStopped.begin();
        Relay relay = LocalRelay.start(options);
        ConfigurationWatch watch =
            new ConfigurationWatch(
                config.file(), file, new RelayRules(relay, config, this::words), err::println)) {
      out.println(say("Relay at {0}", relay.origin()));
      out.flush();
      watch.begin();
      relay.whenReplaced(until::finish);
      until.await();
      if (relay.isReplaced()) {
        err.println(say("Another process has taken over."));
      }
    }
    return Exit.DONE.code();
  }

  /// Where a relay keeps its things when the command line does not say.
  public static Path folder(Configuration file) {
    return file.relayData().orElseGet(() -> UserFolder.data("relay"));
  }

  /// Whose homes are taken in: by the command line, the file, or what was decided before.
  private AdmitWords words(Configuration file) throws Complaint {
    if (!admit.stream().allMatch(AdmitWords::isOne)) {
      throw new Complaint(
          Exit.USAGE,
          say(
              "--admit takes ids as homes print them, 32 letters and digits, or `invite`, or `open`."));
    }
    AdmitWords words = file.admit().and(admit);
    if (words.isEmpty()) {
      throw new Complaint(
          Exit.USAGE,
          say(
              "Say whose homes to take in: --admit with the ids that they print, `invite`, `open`, or relay.admit in the"
                  + " configuration."));
    }
    return words;
  }
}
