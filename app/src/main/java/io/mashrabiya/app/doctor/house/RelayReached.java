package io.mashrabiya.app.doctor.house;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.home.RelayClient;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Whether the relay that a home connects to answers, and this machine's clock agrees with its. It
/// is asked as the home asks it: who vouches for its certificate is the same.
///
/// @param authority the only one whose word is taken; empty: those that Java knows
record RelayReached(Origin relay, Optional<Path> authority, InstantSource clock)
    implements Examination {
  private static final Duration MOST = Duration.ofSeconds(60);
  private static final Sentence NAME_IT =
      say("Name the file authority.crt that `mashrabiya tls` wrote, at household.relay-ca.");

  @Override
  public String name() {
    return "reached";
  }

  @Override
  public Verdict examine() throws InterruptedException {
    HttpClient client;
    try {
      client = RelayClient.open(authority);
    } catch (IOException e) {
      return new Verdict.Fault(
          say("There is no certificate in {0}.", authority.map(Path::toString).orElse("")),
          NAME_IT);
    }
    try {
      return judge(HttpLook.get(relay.text() + "/healthz", HttpLook.PATIENCE, client));
    } catch (SSLException e) {
      return authority.map(this::notVouchedFor).orElseGet(this::notTrusted);
    } catch (IOException e) {
      return new Verdict.Fault(
          say("{0} is not reached.", relay),
          say("Check its address in household.relay, and that the relay runs."));
    }
  }

  private Verdict notVouchedFor(Path only) {
    return new Verdict.Fault(
        say("{0} shows a certificate for which {1} does not vouch.", relay, only),
        say("Compare that file with the operator's authority.crt, and check this machine's clock.")
            .then(
                "If both are right, its operator renews the certificate with `mashrabiya tls`, for the name by which you call it."));
  }

  private Verdict notTrusted() {
    return new Verdict.Fault(
        say("{0} shows a certificate that this machine does not trust.", relay),
        say("Renew the certificate of the server in front of the relay, and check this machine's clock.")
            .then("If it is of `mashrabiya tls`, name its authority.crt by household.relay-ca."));
  }

  private Verdict judge(HttpLook look) {
    if (!look.isOk()) {
      return new Verdict.Fault(
          say("What answers at {0} is no relay (HTTP status {1}).", relay, look.status()),
          say(
              "Check the address in household.relay, and what the server in front of the relay hands on."));
    }
    Duration ahead =
        look.date().map(date -> Duration.between(date, clock.instant())).orElse(Duration.ZERO);
    return ahead.abs().compareTo(MOST) > 0
        ? new Verdict.Advice(
            say(
                ahead.isNegative()
                    ? "This machine's clock is {0} s behind the relay's."
                    : "This machine's clock is {0} s ahead of the relay's.",
                ahead.abs().toSeconds()),
            say(
                "Let both take their time from the network (NTP): pairing links and the age of pictures go by it."))
        : new Verdict.Ok(say("{0} answers.", relay));
  }
}
