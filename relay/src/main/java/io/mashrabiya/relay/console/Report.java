package io.mashrabiya.relay.console;

import io.mashrabiya.relay.admit.HomeAdmission;
import io.mashrabiya.relay.link.Loop;
import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.rollout.Ledger;
import io.mashrabiya.relay.rollout.Step;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.wire.codec.EnumWords;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;

/// What the operator is shown of a relay, in JSON (docs/ref/relay.md). To be called on the event
/// loop.
///
/// @param port on which it listens
/// @param since when this process began
public record Report(Loop loop, Origin origin, IntSupplier port, String version, Instant since) {
  /// What runs, in numbers.
  ///
  /// @param isLeaving whether another process has taken over
  public Json status(boolean isLeaving) {
    var gauges = loop.gauges();
    return Json.object()
        .put("admission", loop.homes().configured().toString())
        .put("cachedBytes", gauges.cachedBytes())
        .put("ended", endings())
        .put("framesInPerSecond", Math.round(loop.pace().takenPerSecond()))
        .put("framesOutPerSecond", Math.round(loop.pace().deliveredPerSecond()))
        .put("homes", gauges.homes())
        .put("households", gauges.households())
        .put("leaving", isLeaving)
        .put("links", gauges.links())
        .put("origin", origin.text())
        .put("port", port.getAsInt())
        .put("refused", refusals())
        .put("sinceMicros", Micros.of(since))
        .put("suspended", gauges.suspended())
        .put("version", version)
        .put("viewers", gauges.viewers())
        .build();
  }

  /// The links that were ended, by reason; reasons that never were are left out.
  private Json endings() {
    JsonBuilder endings = Json.object();
    for (ByeReason reason : ByeReason.values()) {
      long count = loop.tally().endings(reason);
      if (count > 0) {
        endings.put(reason.text(), count);
      }
    }
    return endings.build();
  }

  private Json refusals() {
    JsonBuilder refusals = Json.object();
    for (Count count :
        List.of(
            Count.HOMES_REFUSED,
            Count.DEVICES_REFUSED,
            Count.NEWCOMERS_REFUSED,
            Count.TICKETS_REFUSED,
            Count.UPGRADES_REFUSED,
            Count.FRAMES_SKIPPED,
            Count.FRAMES_OVER_QUOTA)) {
      refusals.put(count.name().toLowerCase(Locale.ROOT), loop.tally().of(count));
    }
    return refusals.build();
  }

  /// The households that are here, and those that the operator decided about.
  public Json households() {
    var residents = loop.residents();
    Set<HouseholdId> others = new HashSet<>();
    var register = loop.homes().register();
    others.addAll(register.admitted().keySet());
    others.addAll(register.dismissed().keySet());
    others.addAll(register.suspended().keySet());
    residents.forEach(resident -> others.remove(resident.household()));
    List<Json> rows = new ArrayList<>();
    residents.forEach(resident -> rows.add(row(resident)));
    others.stream()
        .sorted(Comparator.comparing(HouseholdId::toString))
        .forEach(household -> rows.add(absent(household)));
    return Json.object().put("households", rows, row -> row).build();
  }

  /// How far changes have gone, and the steps that led there.
  public Json rollout() {
    var ledger = loop.rollout().ledger();
    int known = loop.known().size();
    return Json.object()
        .put("changes", List.of(Change.values()), change -> change(change, ledger, known))
        .put("steps", ledger.steps(), Report::step)
        .build();
  }

  private Json change(Change change, Ledger ledger, int known) {
    return Json.object()
        .put("change", change.label())
        .put("known", known)
        .put("perTenThousand", ledger.share(change).perTenThousand())
        .put("reached", loop.reached(change))
        .build();
  }

  private static Json step(Step step) {
    return Json.object()
        .put("afterPerTenThousand", step.after().perTenThousand())
        .put("atMicros", Micros.of(step.at()))
        .put("beforePerTenThousand", step.before().perTenThousand())
        .put("change", step.change())
        .put("reason", step.reason().text())
        .build();
  }

  private Json row(Loop.Resident resident) {
    var known = resident.known();
    return named(resident.household())
        .put("addresses", known.addresses())
        .put("cachedBytes", known.cachedBytes())
        .put("carriedBytes", known.carriedBytes())
        .put("devices", known.devices())
        .put("links", known.links())
        .put("online", resident.isOnline())
        .put("sinceMicros", known.sinceMicros())
        .build();
  }

  private Json absent(HouseholdId household) {
    return named(household)
        .put("addresses", 0)
        .put("cachedBytes", 0)
        .put("carriedBytes", 0)
        .put("devices", 0)
        .put("links", 0)
        .put("online", false)
        .put("sinceMicros", 0)
        .build();
  }

  private JsonBuilder named(HouseholdId household) {
    return Json.object()
        .put("household", household.toString())
        .put("standing", word(loop.homes().standing(household)));
  }

  /// How a household stands, as the operator reads it.
  public static String word(HomeAdmission.Standing standing) {
    return EnumWords.of(standing);
  }
}
