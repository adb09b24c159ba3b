package io.mashrabiya.relay.link;

import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.route.Party;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.MediaMessage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A home's media link: a ticket, then frames, each acknowledged as it arrives.
final class HomeMediaTalk implements Talk {
  private final Switchboard board;
  private final Line line;
  private @Nullable HouseholdId household;
  private long frames;

  HomeMediaTalk(Switchboard board, Line line) {
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
    if (!(said instanceof MediaMessage.Frame frame)) {
      throw new Malformed("media.type", 0);
    }
    board.frames().take(household, Parcel.of(frame, message), now);
    frames++;
    line.acknowledge(frames);
  }

  private void open(MediaMessage said, Duration now) throws Malformed {
    if (!(said instanceof MediaMessage.Ticket(var ticket))) {
      throw new Malformed("media.type", 0);
    }
    if (board.redeem(line, ticket, now) instanceof Party.Home(HouseholdId own)) {
      household = own;
      line.proven();
    } else {
      board.refuseTicket(line, now);
    }
  }
}
