package io.mashrabiya.relay.link;

import io.mashrabiya.relay.admit.Gate;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.HomeSays;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// A home's control link: it proves itself first, then its messages are routed.
final class HomeTalk implements Talk {
  private final Switchboard board;
  private final Line line;
  private final Challenge asked;
  private Optional<AdmissionCode> code = Optional.empty();
  private boolean isProven;

  HomeTalk(Switchboard board, Line line, Challenge asked) {
    this.board = board;
    this.line = line;
    this.asked = asked;
  }

  @Override
  public void said(byte[] message, Duration now) throws Malformed {
    var said = HomeSays.parse(new String(message, StandardCharsets.UTF_8));
    if (isProven) {
      board.perform(board.routes().homeSays(line.id(), said, now), now);
      return;
    }
    if (said instanceof HomeSays.Admission(AdmissionCode shown) && code.isEmpty()) {
      code = Optional.of(shown);
      return;
    }
    if (!(said instanceof HomeSays.HomeHello hello)) {
      throw new Malformed("control.type", 0);
    }
    switch (board.home(hello, code, asked)) {
      case Gate.Verdict.Proven<HomeCertificate>(HomeCertificate certificate) -> {
        isProven = true;
        line.proven();
        board.note(now, "{0}: home {1}", line.id(), certificate.household());
        board.perform(board.routes().homeArrives(line.id(), certificate, now), now);
      }
      case Gate.Verdict.Refused<HomeCertificate>(ByeReason reason) ->
          board.refuseHome(line, reason, now);
    }
  }
}
