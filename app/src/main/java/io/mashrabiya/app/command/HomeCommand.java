package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.Logging;
import io.mashrabiya.app.command.invite.InviteCommand;
import io.mashrabiya.app.command.recovery.HomeRestoreCommand;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.config.ConfigurationWatch;
import io.mashrabiya.app.config.LogSettings;
import io.mashrabiya.app.run.UntilStopped;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.link.Origin;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The household's half alone, for a relay elsewhere.
@Command(
    name = "home",
    header = "The household's half: cameras and keys, for a relay elsewhere.",
    description = "Prints the household's id, for the relay's operator, and a pairing link.",
    subcommands = {InviteCommand.class, HomeRestoreCommand.class})
public final class HomeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private HomeSettings settings = new HomeSettings();

  @Option(
      names = "--relay",
      paramLabel = "ADDRESS",
      description = "The relay, for example https://relay.example.")
  private @Nullable String relay;

  @Option(
      names = "--relay-invite",
      paramLabel = "CODE",
      description = "What the relay's operator gave you, to be taken in there the first time.")
  private @Nullable String invite;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Configuration file = settings.configuration();
    Logging.follow(file.logging().orElse(LogSettings.DEFAULT));
    Origin origin = origin(file);
    HomeSettings.Chosen chosen = settings.choose(file, out);
    try (UntilStopped until = UntilStopped.begin();
        Home home = LocalHome.open(options(chosen.at(origin), file));
        HomeNews news = new HomeNews(home, err);
        ConfigurationWatch watch = chosen.watch(home, err::println)) {
      out.println(say("Household {0}", home.household()));
      home.start();
      news.begin();
      watch.begin();
      Invites invites = new Invites(out, origin, InviteTerms.ONE_DEVICE);
      invites.add(say("This link pairs one device with your household, within ten minutes:"), home);
      invites.print();
      LocalHome.remind(home, err);
      invites.listen();
      until.await();
    }
    return Exit.DONE.code();
  }

  private HomeOptions options(HomeOptions options, Configuration file) throws Complaint {
    if (invite == null) {
      return file.invite().map(options::invitedBy).orElse(options);
    }
    try {
      return options.invitedBy(AdmissionCode.parse(invite));
    } catch (Malformed e) {
      throw new Complaint(
          Exit.USAGE,
          say(
              "--relay-invite takes the code that the relay's operator gave you, 26 letters and digits."),
          e);
    }
  }

  private Origin origin(Configuration file) throws Complaint {
    if (relay != null) {
      return RelaySettings.read(relay);
    }
    return file.relay()
        .orElseThrow(() ->
            new Complaint(
                Exit.USAGE,
                say(
                    "Name the relay: --relay https://relay.example, or household.relay in the configuration.")));
  }
}
