package io.mashrabiya.app.command;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.run.UntilStopped;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The operator's half alone.
@Command(
    name = "relay",
    header = "The operator's half: carries and keeps what it cannot open.",
    description = "Takes in the households that --admit or the configuration names.")
public final class RelayCommand implements Callable<Integer> {
  private static final String EVERYBODY = "all";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RelaySettings settings = new RelaySettings();

  @Mixin private ConfigurationOption config = new ConfigurationOption();

  @Option(
      names = "--admit",
      paramLabel = "HOUSEHOLD",
      arity = "1..*",
      description = "Ids of households to take in, or `all`.")
  private List<String> admit = List.of();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Configuration file = config.read();
    RelayOptions options =
        settings.options(file).withSite(LocalRelay.SITE).withAdmission(admission(file));
    try (UntilStopped until = UntilStopped.begin();
        Relay relay = LocalRelay.start(options)) {
      out.println("Relay at " + relay.origin());
      out.flush();
      until.await();
    }
    return Exit.DONE.code();
  }

  private Admission admission(Configuration file) throws Complaint {
    if (admit.equals(List.of(EVERYBODY))) {
      return Admission.open();
    }
    Set<HouseholdId> households = new HashSet<>(file.admit());
    for (String typed : admit) {
      try {
        households.add(HouseholdId.parse(typed));
      } catch (Malformed e) {
        throw new Complaint(
            Exit.USAGE,
            "--admit takes ids as homes print them, 32 letters and digits, or `all`.",
            e);
      }
    }
    if (households.isEmpty()) {
      throw new Complaint(
          Exit.USAGE,
          "Say whom to take in: --admit with the ids that homes print, `all`, or relay.admit in the configuration.");
    }
    return Admission.list(households);
  }
}
