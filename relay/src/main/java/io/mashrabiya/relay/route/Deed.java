package io.mashrabiya.relay.route;

import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.HomeHears;

/// What the edge has to do after a decision, in the order in which it was returned.
public sealed interface Deed {
  record TellHome(LinkId link, HomeHears message) implements Deed {}

  record TellDevice(LinkId link, DeviceHears message) implements Deed {}

  /// Tell a device what the relay knows of its household.
  record TellKnown(LinkId link, HouseholdId household) implements Deed {}

  /// Ask for a sign of life; any that comes is to be handed to [Routes#heard].
  record Ping(LinkId link) implements Deed {}

  /// Say goodbye and close it and its media links. The routes have forgotten the link already.
  record End(LinkId link, ByeReason reason) implements Deed {}

  /// What is cached of a household is to be given up: its home began anew under another
  /// certificate, or the household itself is forgotten, to make room.
  record Forget(HouseholdId household) implements Deed {}
}
