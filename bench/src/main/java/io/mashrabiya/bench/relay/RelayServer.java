package io.mashrabiya.bench.relay;

import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayLimits;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.admit.Census;
import io.mashrabiya.relay.admit.HouseholdQuota;
import io.mashrabiya.relay.admit.TokenBucket.Rate;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A process that is our relay with its viewer, until its input ends: as it ships, but that it
/// takes in everybody, and that one household may have more links than a house needs. It says
/// `listening PORT` and `metrics PORT`.
///
/// Its one argument is the address to listen on; the loopback one, if there is none.
public final class RelayServer {
  private static final int LINKS_PER_HOUSEHOLD = 1_000;
  private static final long BYTES_PER_SECOND = 10L << 30;

  /// A crowd of the bench has one address; in life each household has its own.
  private static final Census.Limits ALL_FROM_HERE =
      new Census.Limits(20_000, 20_000, new Rate(1_000_000, 100_000));

  /// Kept, because the log manager holds its loggers weakly.
  private static final Logger HOUSE = Logger.getLogger("io.mashrabiya");

  private RelayServer() {}

  public static void main(String[] arguments) throws IOException {
    HOUSE.setLevel(Level.WARNING); // as the command does
    RelayOptions options =
        RelayOptions.loopback()
            .withHost(arguments.length > 0 ? arguments[0] : RelayOptions.loopback().host())
            .withAdmission(Admission.open())
            .withSite("viewer/")
            .withMetricsPort(0)
            .withLimits(limits());
    try (Relay relay = Relay.start(options)) {
      System.out.println("listening " + relay.port());
      System.out.println("metrics " + relay.metricsPort().orElseThrow());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /// One household is to load the relay here, more than any may in life.
  private static RelayLimits limits() {
    HouseholdQuota usual = HouseholdQuota.DEFAULT;
    return RelayLimits.DEFAULT
        .withLinks(ALL_FROM_HERE)
        .withQuota(
            new HouseholdQuota(
                LINKS_PER_HOUSEHOLD,
                usual.cachedBytes(),
                HouseholdQuota.carried(BYTES_PER_SECOND),
                usual.invites(),
                HouseholdQuota.control(LINKS_PER_HOUSEHOLD)));
  }
}
