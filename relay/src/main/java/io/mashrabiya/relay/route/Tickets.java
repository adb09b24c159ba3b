package io.mashrabiya.relay.route;

import io.mashrabiya.wire.keys.Ticket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Tickets for media links. Guarantee: a ticket gives one media link, once, within its life, to the
/// party whose control link got it; a try consumes it, whatever comes of it.
final class Tickets {
  private final RouteLimits limits;
  private final Supplier<Ticket> chance;
  private final Map<Ticket, Issued> issued = new LinkedHashMap<>();
  private final Map<LinkId, Deque<Ticket>> byLink = new HashMap<>();

  /// @param chance makes tickets that nobody can guess
  Tickets(RouteLimits limits, Supplier<Ticket> chance) {
    this.limits = limits;
    this.chance = chance;
  }

  Ticket issue(LinkId control, Duration now) {
    forgetLate(now);
    var own = byLink.computeIfAbsent(control, link -> new ArrayDeque<>());
    if (own.size() >= limits.ticketsPerLink()) {
      issued.remove(own.removeFirst());
    }
    var ticket = chance.get();
    own.addLast(ticket);
    issued.put(ticket, new Issued(control, now.plus(limits.ticketLife())));
    return ticket;
  }

  /// Whose control link got this ticket.
  Optional<LinkId> redeem(Ticket ticket, Duration now) {
    forgetLate(now);
    var found = Optional.ofNullable(issued.get(ticket)).map(Issued::control);
    if (found.isPresent()) {
      remove(ticket);
    }
    return found;
  }

  /// The control link is gone, and with it what it may open.
  void gone(LinkId control) {
    var own = byLink.remove(control);
    if (own != null) {
      own.forEach(issued::remove);
    }
  }

  private void forgetLate(Duration now) {
    // All live equally long, so that the first to be issued is the first to be late.
    while (!issued.isEmpty()) {
      var oldest = issued.entrySet().iterator().next();
      if (now.compareTo(oldest.getValue().until) <= 0) {
        return;
      }
      remove(oldest.getKey());
    }
  }

  private void remove(Ticket ticket) {
    var entry = issued.remove(ticket);
    if (entry != null) {
      byLink.computeIfPresent(
          entry.control,
          (control, own) -> {
            own.remove(ticket);
            return own.isEmpty() ? null : own;
          });
    }
  }

  private record Issued(LinkId control, Duration until) {}
}
