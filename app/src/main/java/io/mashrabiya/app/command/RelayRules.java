package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Logging;
import io.mashrabiya.app.config.AdmitWords;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.config.ConfigurationWatch;
import io.mashrabiya.app.config.LogSettings;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a relay that runs follows of its configuration at once: whose homes it takes in, what each
/// household may use, and how the log looks.
record RelayRules(Relay relay, ConfigurationOption config, Words words)
    implements ConfigurationWatch.Follower {
  /// Whose homes are taken in, with what the command line says.
  @FunctionalInterface
  interface Words {
    AdmitWords of(Configuration file) throws Complaint;
  }

  @Override
  public Optional<Sentence> follow(Configuration before, Configuration now) throws Complaint {
    List<String> done = new ArrayList<>();
    if (!now.admit().equals(before.admit())) {
      relay.configure(words.of(now).admission());
      done.add("relay.admit");
    }
    if (!now.quota().equals(before.quota())) {
      relay.limit(now.quota());
      done.add("relay.quota");
    }
    if (!now.logging().equals(before.logging())) {
      Logging.follow(now.logging().orElse(LogSettings.DEFAULT));
      done.add("logging");
    }
    return done.isEmpty()
        ? Optional.empty()
        : Optional.of(
            say("{0}: {1} as it says from now on.", config.file().path(), Sentence.listed(done)));
  }

  @Override
  public Configuration rest(Configuration of) {
    return of.withoutWhatARelayFollows();
  }

  @Override
  public Sentence followed() {
    return say("relay.admit, relay.quota and logging");
  }
}
