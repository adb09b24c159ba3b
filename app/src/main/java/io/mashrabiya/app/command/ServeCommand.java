package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Exit;
import io.mashrabiya.app.Logging;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.config.ConfigurationWatch;
import io.mashrabiya.app.config.LogSettings;
import io.mashrabiya.app.run.Browser;
import io.mashrabiya.app.run.ThisMachine;
import io.mashrabiya.app.run.UntilStopped;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// One household and its own relay in one command.
@Command(
    name = "serve",
    header = "Shows your cameras in the browser: a home and its own relay in one.",
    description =
        "Prints a pairing link at once. Listens on this machine only unless --listen says otherwise.")
public final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private HomeSettings home = new HomeSettings();
  @Mixin private RelaySettings relay = new RelaySettings();

  @Option(names = "--no-open", description = "Opens no browser.")
  private boolean noOpen;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Configuration file = home.configuration();
    Logging.follow(file.logging().orElse(LogSettings.DEFAULT));
    RelayOptions options = relay.options(file).withSite(LocalRelay.SITE);
    HomeSettings.Chosen chosen = home.choose(file, out);
    try (UntilStopped until = UntilStopped.begin();
        Relay running = LocalRelay.start(options);
        Home opened = LocalHome.open(chosen.at(running.origin()));
        HomeNews news = new HomeNews(opened, err);
        ConfigurationWatch watch = chosen.watch(opened, err::println)) {
      running.admit(opened.household());
      opened.start();
      news.begin();
      watch.begin();
      warn(options, running, err);
      Invites invites = new Invites(out, running.origin(), InviteTerms.ONE_DEVICE);
      invites.add(
          say("This link pairs one device with your household, within ten minutes:"), opened);
      String link = invites.print();
      LocalHome.remind(opened, err);
      invites.listen();
      if (!noOpen) {
        Browser.open(link);
      }
      until.await();
    }
    return Exit.DONE.code();
  }

  /// What must be known where others than this machine are to look.
  private static void warn(RelayOptions options, Relay relay, PrintWriter err) {
    boolean local = ThisMachine.is(URI.create(relay.origin().text()).getHost());
    if (local && !ThisMachine.is(options.host())) {
      err.println(say("Other devices reach it only by the address that --origin names."));
    }
    if (!local && relay.origin().text().startsWith("http://")) {
      err.println(
          say(
              "Browsers give no cryptography to plain http beyond this machine: {0} will not work on a phone.",
              relay.origin()));
      err.println(
          say(
              "`mashrabiya tls` makes a certificate for it; or put a server with TLS in front and name its address with --origin https://..."));
    }
    err.flush();
  }
}
