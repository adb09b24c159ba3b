package io.mashrabiya.relay.tally;

import java.util.Locale;

/// What the relay counts, each with the sentence that explains it on the page of metrics.
public enum Count {
  HOMES_WELCOMED("Home links that proved themselves and were admitted"),
  HOMES_REFUSED("Home links that were refused"),
  HOMES_REPLACED("Home links that another link of the same home replaced"),
  RIVALS_REFUSED("Second links of a home whose first was alive"),
  DEVICES_WELCOMED("Device links of members"),
  DEVICES_REFUSED("Device links that were refused"),
  MEMBERS_STRUCK("Device links closed because a newer member list no longer names the device"),
  NEWCOMERS_WELCOMED("Links of invited newcomers"),
  NEWCOMERS_REFUSED("Links that named no invite"),
  HOUSEHOLDS_EXPELLED("Households whose links the operator ended, by suspension or dismissal"),
  CODES_REDEEMED("Households that came in by a code of the operator's"),
  TICKETS_REFUSED(
      "Media links with a ticket that is unknown, used, late or of another kind of link"),
  CERTIFICATES_RENEWED("Certificates of the relay's own that were renewed while it ran"),
  CERTIFICATES_REFUSED("New certificates that could not be used, so that the old one stayed"),
  UPGRADES_REFUSED("WebSockets refused for their path, Origin, host or number"),

  LETTERS_CARRIED("Letters handed on"),
  LETTERS_UNDELIVERABLE("Letters to a home or a device without a link"),
  STATEMENTS_REFUSED("Member lists and cards that do not verify, are foreign or not newer"),
  MALFORMED("Links closed for a message that is not of its form"),
  TOO_MUCH("Links closed for going over a limit of size or rate"),
  QUOTA_EXCEEDED("Device links ended because their household said more than its quota allows"),
  SILENT("Links closed because nothing was heard of them"),
  DEAF("Links closed because they read nothing of what was sent to them"),

  FRAMES_TAKEN("Sealed frames taken from homes"),
  FRAMES_REPEATED("Sealed frames dropped because they were here before"),
  FRAMES_SUPERSEDED("Sealed frames dropped because they are of an older epoch"),
  FRAMES_BROKEN("Sealed frames dropped because they do not continue their group"),
  FRAMES_DELIVERED("Sealed frames sent to viewers"),
  FRAMES_SKIPPED("Sealed frames not sent because the viewer is behind"),
  FRAMES_OVER_QUOTA("Sealed frames not sent because their household is over its quota of bytes"),
  FRAMES_MISROUTED("Sealed frames that were about to go to a viewer that had not asked for them"),
  BYTES_TAKEN("Bytes of sealed frames taken from homes"),
  BYTES_DELIVERED("Bytes of sealed frames sent to viewers"),
  VIEWERS_TOO_SLOW("Media links closed because the viewer took nothing any more"),
  GROUPS_EVICTED("Cached groups of pictures given up for a limit of bytes or streams");

  private final String help;

  Count(String help) {
    this.help = help;
  }

  public String help() {
    return help;
  }

  /// The metric's name, without a suffix.
  public String metric() {
    return "mashrabiya_relay_" + name().toLowerCase(Locale.ROOT);
  }
}
