package io.mashrabiya.relay;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.wire.link.Origin;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// How a relay is to run.
///
/// @param host the address to listen on
/// @param port 0: any that is free
/// @param origin by which browsers and homes reach it; what they sign is for this one only. Empty:
///   `http://localhost` with the port
/// @param admission which households it takes
/// @param viewers other hosts of the viewer, whose pages may connect
/// @param site where the viewer's bundle lies on the class path, for example `viewer/`; empty: it
///   is served elsewhere
/// @param operator who may ask and tell it things while it runs; empty: nobody, and it writes no
///   file
/// @param metricsPort on the loopback address only; 0: any that is free; empty: none
/// @param front TLS, proxies in front, and how devices come to trust it
public record RelayOptions(
    String host,
    int port,
    Optional<Origin> origin,
    Admission admission,
    Set<Origin> viewers,
    Optional<String> site,
    OptionalInt metricsPort,
    RelayLimits limits,
    Optional<OperatorOptions> operator,
    Front front) {
  public RelayOptions {
    viewers = Set.copyOf(viewers);
  }

  /// On the loopback address, for nobody yet.
  public static RelayOptions loopback() {
    return new RelayOptions(
        "127.0.0.1",
        0,
        Optional.empty(),
        Admission.list(Set.of()),
        Set.of(),
        Optional.empty(),
        OptionalInt.empty(),
        RelayLimits.DEFAULT,
        Optional.empty(),
        Front.PLAIN);
  }

  public RelayOptions withHost(String value) {
    return new RelayOptions(
        value, port, origin, admission, viewers, site, metricsPort, limits, operator, front);
  }

  public RelayOptions withPort(int value) {
    return new RelayOptions(
        host, value, origin, admission, viewers, site, metricsPort, limits, operator, front);
  }

  public RelayOptions withOrigin(Origin value) {
    return new RelayOptions(
        host,
        port,
        Optional.of(value),
        admission,
        viewers,
        site,
        metricsPort,
        limits,
        operator,
        front);
  }

  public RelayOptions withAdmission(Admission value) {
    return new RelayOptions(
        host, port, origin, value, viewers, site, metricsPort, limits, operator, front);
  }

  public RelayOptions withViewers(Set<Origin> value) {
    return new RelayOptions(
        host, port, origin, admission, value, site, metricsPort, limits, operator, front);
  }

  public RelayOptions withSite(String value) {
    return new RelayOptions(
        host,
        port,
        origin,
        admission,
        viewers,
        Optional.of(value),
        metricsPort,
        limits,
        operator,
        front);
  }

  public RelayOptions withMetricsPort(int value) {
    return new RelayOptions(
        host,
        port,
        origin,
        admission,
        viewers,
        site,
        OptionalInt.of(value),
        limits,
        operator,
        front);
  }

  public RelayOptions withLimits(RelayLimits value) {
    return new RelayOptions(
        host, port, origin, admission, viewers, site, metricsPort, value, operator, front);
  }

  /// With somebody who may ask and tell it things while it runs; without, it writes nothing.
  public RelayOptions withOperator(OperatorOptions value) {
    return new RelayOptions(
        host,
        port,
        origin,
        admission,
        viewers,
        site,
        metricsPort,
        limits,
        Optional.of(value),
        front);
  }

  public RelayOptions withFront(Front value) {
    return new RelayOptions(
        host, port, origin, admission, viewers, site, metricsPort, limits, operator, value);
  }
}
