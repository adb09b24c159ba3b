package io.mashrabiya.relay.link;

import io.mashrabiya.relay.route.Party;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.MediaMessage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A device's media link: a ticket, then what it wants to see and what it has got.
final class DeviceMediaTalk implements Talk {
  private final Switchboard board;
  private final Line line;
  private @Nullable HouseholdId household;

  DeviceMediaTalk(Switchboard board, Line line) {
    this.board = board;
    this.line = line;
  }

  @Override
  public void said(byte[] message, Duration now) throws Malformed {
    var said = MediaMessage.parse(message);
    if (household == null) {
      open(said, now);
      return;
    }
    switch (said) {
      case MediaMessage.Subscribe asked -> board.frames().subscribe(line, household, asked, now);
      case MediaMessage.Unsubscribe asked -> board.frames().unsubscribe(line, household, asked);
      case MediaMessage.Acknowledgement got -> board.frames().acknowledge(line, got, now);
      case MediaMessage.Ticket again -> throw new Malformed("media.type", 0);
      case MediaMessage.Frame frame -> throw new Malformed("media.type", 0);
      case MediaMessage.Carries told -> throw new Malformed("media.type", 0);
    }
  }

  private void open(MediaMessage said, Duration now) throws Malformed {
    if (!(said instanceof MediaMessage.Ticket(var ticket))) {
      throw new Malformed("media.type", 0);
    }
    if (board.redeem(line, ticket, now) instanceof Party.Device(HouseholdId own, var device)) {
      household = own;
      line.proven();
      board.frames().open(line, own, now);
    } else {
      board.refuseTicket(line, now);
    }
  }
}
