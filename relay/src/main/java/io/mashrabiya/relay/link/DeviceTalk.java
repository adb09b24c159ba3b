package io.mashrabiya.relay.link;

import io.mashrabiya.relay.admit.Gate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceSays;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The control link of a device or a newcomer: it says first who it is, then its messages are
/// routed.
final class DeviceTalk implements Talk {
  private final Switchboard board;
  private final Line line;
  private final Challenge asked;
  private boolean isKnown;

  DeviceTalk(Switchboard board, Line line, Challenge asked) {
    this.board = board;
    this.line = line;
    this.asked = asked;
  }

  @Override
  public void said(byte[] message, Duration now) throws Malformed {
    var said = DeviceSays.parse(new String(message, StandardCharsets.UTF_8));
    if (isKnown && !board.maySpeak(line, now)) {
      return;
    }
    if (isKnown) {
      board.perform(board.routes().deviceSays(line.id(), said, now), now);
      return;
    }
    switch (said) {
      case DeviceSays.DeviceHello hello -> prove(hello, now);
      case DeviceSays.InviteHello hello -> {
        board.perform(
            board.routes().newcomerArrives(line.id(), hello.household(), hello.invite(), now), now);
        known();
      }
      case DeviceSays.Enrol enrol -> throw new Malformed("control.type", 0);
      case DeviceSays.Post post -> throw new Malformed("control.type", 0);
      case DeviceSays.Knows knows -> throw new Malformed("control.type", 0);
      case DeviceSays.WantTicket want -> throw new Malformed("control.type", 0);
    }
  }

  private void prove(DeviceSays.DeviceHello hello, Duration now) {
    var members = board.routes().members(hello.proof().household());
    switch (board.gate().device(hello, asked, members)) {
      case Gate.Verdict.Proven<Gate.Member>(Gate.Member who) -> {
        board.note(now, "{0}: device {1} of {2}", line.id(), who.device(), who.household());
        board.perform(
            board.routes().deviceArrives(line.id(), who.household(), who.device(), now), now);
        known();
      }
      case Gate.Verdict.Refused<Gate.Member>(ByeReason reason) ->
          board.refuseDevice(line, reason, now);
    }
  }

  /// It said who it is, and was let in unless its line is ending now.
  private void known() {
    isKnown = true;
    if (!line.isEnding()) {
      line.proven();
    }
  }
}
