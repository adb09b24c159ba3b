package io.mashrabiya.proof.world;

import io.mashrabiya.relay.route.LinkId;

/// One WebSocket between a party and the middle.
public final class Hop {
  private final Door door;
  private final LinkId link;
  private final Party party;
  private final Line line;
  private boolean isOpen = true;

  /// Whoever is at the other end.
  public interface Party {
    /// For stories.
    String name();

    /// A message came on one of its hops.
    void hears(Hop hop, Message message);

    /// One of its hops ended.
    void ended(Hop hop);
  }

  Hop(Door door, LinkId link, Party party, Line line) {
    this.door = door;
    this.link = link;
    this.party = party;
    this.line = line;
  }

  Line line() {
    return line;
  }

  public Door door() {
    return door;
  }

  public LinkId link() {
    return link;
  }

  public Party party() {
    return party;
  }

  public boolean isOpen() {
    return isOpen;
  }

  void shut() {
    isOpen = false;
  }

  @Override
  public String toString() {
    return party.name() + (door.isControl() ? "" : "'s pictures");
  }
}
