package io.mashrabiya.home.link;

import java.time.Duration;

/// How long the home's links wait for their relay.
///
/// @param greeting for the WebSocket, and for each word until the relay has welcomed us
/// @param quiet when nothing came for so long, the relay is asked for a sign of life; when nothing
///   comes for as long again, the control link is given up
/// @param firstRedial before a control link that ended is made again; twice as long each time
/// @param mostRedial the longest such wait
/// @param nextTicket before the ticket of another media link is asked for
record LinkPatience(
    Duration greeting,
    Duration quiet,
    Duration firstRedial,
    Duration mostRedial,
    Duration nextTicket) {
  static final LinkPatience DEFAULT =
      new LinkPatience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofMillis(250),
          Duration.ofSeconds(15),
          Duration.ofMillis(500));
}
