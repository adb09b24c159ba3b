package io.mashrabiya.proof.world;

import io.mashrabiya.relay.route.LinkId;

/// One WebSocket between a party and the middle: of a history, or of real processes.
public final class Hop {
  private final Door door;
  private final LinkId link;
  private Party party;
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

  public Hop(Door door, LinkId link, Party party) {
    this.door = door;
    this.link = link;
    this.party = party;
  }

  public Door door() {
    return door;
  }

  public LinkId link() {
    return link;
  }

  /// The same on all hops of a home or a device, as soon as the middle knows whose they are.
  public Party party() {
    return party;
  }

  /// It has shown whose it is.
  public void isOf(Party known) {
    party = known;
  }

  public boolean isOpen() {
    return isOpen;
  }

  public void shut() {
    isOpen = false;
  }

  @Override
  public String toString() {
    return party.name() + (door.isControl() ? "" : "'s pictures");
  }
}
