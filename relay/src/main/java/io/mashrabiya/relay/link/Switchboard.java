package io.mashrabiya.relay.link;

import io.mashrabiya.relay.admit.Gate;
import io.mashrabiya.relay.route.Deed;
import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.relay.route.Party;
import io.mashrabiya.relay.route.Routes;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.HomeHears;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All links of the relay, between the pure machines that decide and the sockets that carry.
///
/// Ownership: everything in this package and the machines behind it belongs to one event loop,
/// without a lock.
final class Switchboard {
  private final Routes routes;
  private final Gate gate;
  private final FramePath frames;
  private final KeepAlive keepAlive;
  private final Tally tally;
  private final Journal journal = new Journal();
  private final Map<LinkId, Line> lines = new HashMap<>();

  /// The one media link of each control link.
  private final Map<LinkId, Line> mediaOf = new HashMap<>();

  private final Map<LinkId, LinkId> controlOf = new HashMap<>();

  Switchboard(Routes routes, Gate gate, FramePath frames, KeepAlive keepAlive, Tally tally) {
    this.routes = routes;
    this.gate = gate;
    this.frames = frames;
    this.keepAlive = keepAlive;
    this.tally = tally;
  }

  Routes routes() {
    return routes;
  }

  Gate gate() {
    return gate;
  }

  FramePath frames() {
    return frames;
  }

  Tally tally() {
    return tally;
  }

  int lineCount() {
    return lines.size();
  }

  void note(Duration now, String format, Object... ids) {
    journal.write(now, format, ids);
  }

  void opened(Line line) {
    lines.put(line.id(), line);
  }

  /// Something came from a link.
  void heard(Line line, Duration now) {
    line.heard(now);
    perform(routes.heard(line.id(), now), now);
  }

  void closed(Line line, Duration now) {
    if (lines.remove(line.id()) == null) {
      return;
    }
    note(now, "{0}: closed", line.id());
    endMedia(line.id(), ByeReason.GOING_AWAY, now);
    frames.gone(line.id());
    var control = controlOf.remove(line.id());
    if (control != null) {
      mediaOf.remove(control, line);
    }
    perform(routes.gone(line.id(), now), now);
  }

  void perform(List<Deed> deeds, Duration now) {
    for (Deed deed : deeds) {
      switch (deed) {
        case Deed.TellHome(LinkId link, HomeHears message) -> tell(link, message.text());
        case Deed.TellDevice(LinkId link, DeviceHears message) -> tell(link, message.text());
        case Deed.Ping(LinkId link) -> {
          var line = lines.get(link);
          if (line != null) {
            line.ping(now);
          }
        }
        case Deed.End(LinkId link, ByeReason reason) -> end(lines.get(link), reason, now);
        case Deed.Forget(HouseholdId household) -> frames.forget(household);
      }
    }
  }

  /// Who the ticket makes of a media link, or null when it is not good. An older media link of the
  /// same control link is closed.
  @Nullable Party redeem(Line line, Ticket ticket, Duration now) {
    var control = routes.redeem(ticket, now);
    var party = control.flatMap(routes::party).orElse(null);
    boolean fits =
        line.endpoint().isForHomes() ? party instanceof Party.Home : party instanceof Party.Device;
    if (control.isEmpty() || !fits) {
      return null;
    }
    endMedia(control.get(), ByeReason.REPLACED, now);
    mediaOf.put(control.get(), line);
    controlOf.put(line.id(), control.get());
    return party;
  }

  void refuseHome(Line line, ByeReason reason, Duration now) {
    tally.add(Count.HOMES_REFUSED);
    end(line, reason, now);
  }

  void refuseDevice(Line line, ByeReason reason, Duration now) {
    tally.add(Count.DEVICES_REFUSED);
    end(line, reason, now);
  }

  void refuseTicket(Line line, Duration now) {
    tally.add(Count.TICKETS_REFUSED);
    end(line, ByeReason.NOT_PROVEN, now);
  }

  void end(@Nullable Line line, ByeReason reason, Duration now) {
    if (line == null || line.isEnding()) {
      return;
    }
    note(now, "{0}: {1}", line.id(), reason.text());
    line.end(reason, now);
    endMedia(line.id(), reason, now);
    frames.gone(line.id());
    perform(routes.gone(line.id(), now), now);
  }

  /// To be called a few times each second.
  void tick(Duration now) {
    perform(routes.tick(now), now);
    frames.tick(now);
    for (Line line : List.copyOf(lines.values())) {
      if (line.isToBeCut(now)) {
        line.cut();
      } else if (line.isSilent(keepAlive, now)) {
        tally.add(Count.SILENT);
        note(now, "{0}: silent", line.id());
        line.cut();
      } else if (line.isDeaf(keepAlive, now)) {
        tally.add(Count.DEAF);
        note(now, "{0}: deaf", line.id());
        line.cut();
      } else if (line.isUnprovenTooLong(keepAlive, now)) {
        end(line, ByeReason.NOT_PROVEN, now);
      } else if (line.isPingDue(keepAlive, now)) {
        line.ping(now);
      }
    }
  }

  /// Says goodbye to all.
  void endAll(Duration now) {
    for (Line line : List.copyOf(lines.values())) {
      line.end(ByeReason.GOING_AWAY, now);
    }
  }

  private void tell(LinkId link, String text) {
    var line = lines.get(link);
    if (line != null) {
      line.tell(text);
    }
  }

  private void endMedia(LinkId control, ByeReason reason, Duration now) {
    var media = mediaOf.remove(control);
    if (media != null) {
      controlOf.remove(media.id());
      frames.gone(media.id());
      media.end(reason, now);
    }
  }
}
