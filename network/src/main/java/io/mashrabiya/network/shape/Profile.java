package io.mashrabiya.network.shape;

import static io.mashrabiya.network.shape.Way.steady;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// The lines that we try everything on: this file states all of each. They are our choice, after
/// what such lines are sold as and measured at; none is one provider's.
@SuppressWarnings("ImmutableEnumChecker") // it does not see that these records are
public enum Profile {
  /// A flat with glass fibre.
  FIBRE(
      End.DEVICE,
      steady(50_000_000, millis(5), 256 << 10).varying(millis(1)),
      steady(100_000_000, millis(5), 256 << 10).varying(millis(1)),
      Outages.NONE),

  /// The house itself is at the end of a telephone wire, whose uplink holds back half a second.
  DSL(
      End.HOME,
      steady(1_000_000, millis(15), 64 << 10).varying(millis(2)),
      steady(16_000_000, millis(15), 256 << 10).varying(millis(2)),
      Outages.NONE),

  /// A phone in a town.
  LTE(
      End.DEVICE,
      steady(4_000_000, millis(35), 256 << 10).varying(millis(20)).losing(0.001),
      steady(12_000_000, millis(35), 512 << 10).varying(millis(20)).losing(0.001),
      Outages.NONE),

  /// A phone in a train: cells change, and in tunnels there is nothing.
  TRAIN(
      End.DEVICE,
      steady(1_000_000, millis(50), 128 << 10).varying(millis(40)).losing(0.01).reordering(0.005),
      steady(4_000_000, millis(50), 256 << 10).varying(millis(40)).losing(0.01).reordering(0.005),
      Optional.of(new Outages(Outages.Between.seconds(20, 60), Outages.Between.seconds(2, 20)))),

  /// A village at the end of a radio link, with a second of queue before it.
  VILLAGE(
      End.DEVICE,
      steady(512_000, millis(120), 64 << 10).varying(millis(20)).losing(0.005),
      steady(512_000, millis(120), 64 << 10).varying(millis(20)).losing(0.005),
      Outages.NONE),

  /// A country whose cables are cut, as some were on 26 December 2006: what is left is shared by
  /// all.
  DECEMBER26(
      End.DEVICE,
      steady(64_000, millis(200), 16 << 10).varying(millis(30)).losing(0.1).reordering(0.01),
      steady(64_000, millis(200), 16 << 10).varying(millis(30)).losing(0.1).reordering(0.01),
      Outages.NONE);

  /// Whose line it is; the relay is at its other end.
  public enum End {
    HOME,
    DEVICE
  }

  private final End end;
  private final Line line;

  Profile(End end, Way toRelay, Way fromRelay, Optional<Outages> outages) {
    this.end = end;
    this.line = new Line(toRelay, fromRelay, outages);
  }

  public End end() {
    return end;
  }

  public Line line() {
    return line;
  }

  /// As it is called at the command line.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Duration millis(long count) {
    return Duration.ofMillis(count);
  }
}
