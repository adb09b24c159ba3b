package io.mashrabiya.app.doctor.house;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLException;

/// Whether the relay that a home connects to answers, and this machine's clock agrees with its.
record RelayReached(Origin relay, InstantSource clock) implements Examination {
  private static final Duration MOST = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "reached";
  }

  @Override
  public Verdict examine() throws InterruptedException {
    try {
      return judge(HttpLook.get(relay.text() + "/healthz", HttpLook.PATIENCE));
    } catch (SSLException e) {
      return new Verdict.Fault(
          relay + " shows a certificate that this machine does not trust.",
          "Renew the certificate of the server in front of the relay, and check this machine's clock.");
    } catch (IOException e) {
      return new Verdict.Fault(
          relay + " is not reached.",
          "Check its address in household.relay, and that the relay runs.");
    }
  }

  private Verdict judge(HttpLook look) {
    if (!look.isOk()) {
      return new Verdict.Fault(
          "What answers at " + relay + " is no relay (HTTP status " + look.status() + ").",
          "Check the address in household.relay, and what the server in front of the relay hands on.");
    }
    Duration ahead =
        look.date().map(date -> Duration.between(date, clock.instant())).orElse(Duration.ZERO);
    return ahead.abs().compareTo(MOST) > 0
        ? new Verdict.Advice(
            "This machine's clock is "
                + ahead.abs().toSeconds()
                + " s "
                + (ahead.isNegative() ? "behind" : "ahead of")
                + " the relay's.",
            "Let both take their time from the network (NTP): pairing links and the age of pictures go by it.")
        : new Verdict.Ok(relay + " answers.");
  }
}
