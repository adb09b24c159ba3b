package io.mashrabiya.relay.console;

import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.rollout.Reason;
import io.mashrabiya.relay.rollout.Share;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an operator may ask of a relay that runs, at its [Console].
public sealed interface Order {
  /// What runs, in numbers.
  record Status() implements Order {}

  /// Which households are here or were decided about.
  record Households() implements Order {}

  /// A code by which one home may come in.
  record Invite(Duration good) implements Order {}

  /// A decision about a household's home.
  record Decide(Decision decision, HouseholdId household) implements Order {}

  /// How far changes have gone, and why.
  record Rollout() implements Order {}

  /// A step of a change, forth or back.
  record Turn(Way way, Change change, Share share, Reason reason) implements Order {}

  /// Which way a change goes.
  enum Way {
    ADVANCE,
    BACK
  }

  /// Listen no more: another process is about to.
  record HandOver() implements Order {}

  /// Listen again: the other process could not.
  record TakeBack() implements Order {}

  /// Tell the homes to move to the other process.
  record MoveHomes() implements Order {}

  /// Tell the devices as well, and end.
  record MoveDevices() implements Order {}

  /// What can be decided about a household.
  enum Decision {
    ADMIT,
    DISMISS,
    SUSPEND,
    RESUME
  }

  /// The longest that a code may be good.
  long MOST_HOURS = 24 * 365;

  /// What a request says beside its path.
  @FunctionalInterface
  interface Parameters {
    /// The first of that name; null where there is none.
    @Nullable String of(String name);
  }

  /// Empty when it is no order.
  static Optional<Order> read(String method, String path, Parameters said) {
    return switch (method + " " + path) {
      case "GET /status" -> Optional.of(new Status());
      case "GET /households" -> Optional.of(new Households());
      case "POST /invite" -> invite(said.of("hours"));
      case "POST /admit" -> decide(Decision.ADMIT, said.of("household"));
      case "POST /dismiss" -> decide(Decision.DISMISS, said.of("household"));
      case "POST /suspend" -> decide(Decision.SUSPEND, said.of("household"));
      case "POST /resume" -> decide(Decision.RESUME, said.of("household"));
      case "GET /rollout" -> Optional.of(new Rollout());
      case "POST /rollout/advance" -> turn(Way.ADVANCE, said);
      case "POST /rollout/back" -> turn(Way.BACK, said);
      case "POST /hand-over" -> Optional.of(new HandOver());
      case "POST /take-back" -> Optional.of(new TakeBack());
      case "POST /move-homes" -> Optional.of(new MoveHomes());
      case "POST /move-devices" -> Optional.of(new MoveDevices());
      default -> Optional.empty();
    };
  }

  private static Optional<Order> turn(Way way, Parameters said) {
    return text(said, "change")
        .flatMap(Change::named)
        .flatMap(change ->
            text(said, "percent")
                .flatMap(Share::parse)
                .flatMap(share ->
                    text(said, "reason")
                        .flatMap(Reason::of)
                        .map(reason -> new Turn(way, change, share, reason))));
  }

  private static Optional<String> text(Parameters said, String name) {
    return Optional.ofNullable(said.of(name));
  }

  private static Optional<Order> invite(@Nullable String hours) {
    if (hours == null || !hours.matches("[1-9][0-9]{0,3}") || Long.parseLong(hours) > MOST_HOURS) {
      return Optional.empty();
    }
    return Optional.of(new Invite(Duration.ofHours(Long.parseLong(hours))));
  }

  private static Optional<Order> decide(Decision decision, @Nullable String household) {
    try {
      return household == null
          ? Optional.empty()
          : Optional.of(new Decide(decision, HouseholdId.parse(household)));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }
}
