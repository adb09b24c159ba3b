package io.mashrabiya.relay.route;

import io.mashrabiya.wire.keys.Ticket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Tickets for media links. Guarantee: a ticket gives one media link, once, within its life, to the
/// party whose control link got it; a try consumes it, whatever comes of it. Memory is bounded: a
/// link has a few, and they go with it.
final class Tickets {
  private final RouteLimits limits;
  private final Supplier<Ticket> chance;
  private final Map<Ticket, Issued> issued = new HashMap<>();
  private final Map<LinkId, Deque<Ticket>> byLink = new HashMap<>();

  /// @param chance makes tickets that nobody can guess
  Tickets(RouteLimits limits, Supplier<Ticket> chance) {
    this.limits = limits;
    this.chance = chance;
  }

  Ticket issue(LinkId control, Duration now) {
    var own = byLink.computeIfAbsent(control, link -> new ArrayDeque<>());
    if (own.size() >= limits.ticketsPerLink()) {
      issued.remove(own.removeFirst());
    }
    var ticket = chance.get();
    own.addLast(ticket);
    issued.put(ticket, new Issued(control, own, now.plus(limits.ticketLife())));
    return ticket;
  }

  /// Whose control link got this ticket.
  Optional<LinkId> redeem(Ticket ticket, Duration now) {
    var found = issued.remove(ticket);
    if (found == null) {
      return Optional.empty();
    }
    found.own.remove(ticket);
    return now.compareTo(found.until) <= 0 ? Optional.of(found.control) : Optional.empty();
  }

  /// The control link is gone, and with it what it may open.
  void gone(LinkId control) {
    var own = byLink.remove(control);
    if (own != null) {
      own.forEach(issued::remove);
    }
  }

  /// @param own all tickets of the same link, the oldest first
  private record Issued(LinkId control, Deque<Ticket> own, Duration until) {}
}
