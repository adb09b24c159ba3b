package io.mashrabiya.relay.link;

import io.mashrabiya.relay.admit.Census;
import io.mashrabiya.relay.admit.LinkBudget;
import io.mashrabiya.relay.admit.Neighbourhood;
import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.Origin;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Where WebSockets come in: which are taken at all, and how their frames become messages of a
/// [Talk]. Belongs to the event loop, as the [Switchboard] behind it.
final class WebSocketDoor {
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;

  private final Switchboard board;
  private final Origin own;
  private final Set<Origin> viewers;
  private final Census census;
  private final Tally tally;
  private final Supplier<Duration> clock;
  private final SecureRandom random = new SecureRandom();
  private long lastLink;

  /// @param viewers other origins whose pages may link as devices
  WebSocketDoor(
      Switchboard board,
      Origin own,
      Set<Origin> viewers,
      Census census,
      Tally tally,
      Supplier<Duration> clock) {
    this.board = board;
    this.own = own;
    this.viewers = viewers;
    this.census = census;
    this.tally = tally;
    this.clock = clock;
  }

  void knock(ServerWebSocketHandshake handshake, Neighbourhood from) {
    var endpoint = Endpoint.at(handshake.path());
    int refusal = refusal(handshake, endpoint);
    if (refusal == 0 && !census.arrives(from, clock.get())) {
      refusal = TOO_MANY;
    }
    if (refusal != 0) {
      tally.add(Count.UPGRADES_REFUSED);
      handshake.reject(refusal);
      return;
    }
    handshake
        .accept()
        .onFailure(failed -> census.leaves(from))
        .onSuccess(socket -> open(endpoint.orElseThrow(), from, socket));
  }

  private int refusal(ServerWebSocketHandshake handshake, Optional<Endpoint> endpoint) {
    if (endpoint.isEmpty()) {
      return NOT_FOUND;
    }
    String origin = handshake.headers().get("origin");
    return origin == null || (!endpoint.get().isForHomes() && isViewer(origin)) ? 0 : FORBIDDEN;
  }

  private boolean isViewer(String origin) {
    try {
      var parsed = Origin.parse(origin);
      return parsed.equals(own) || viewers.contains(parsed);
    } catch (Malformed e) {
      return false;
    }
  }

  private void open(Endpoint endpoint, Neighbourhood from, ServerWebSocket socket) {
    Duration now = clock.get();
    var line = new Line(new LinkId(++lastLink), endpoint, from, socket, now);
    board.opened(line);
    var talk = talk(line);
    var budget = new LinkBudget(endpoint.limits(), now);
    var assembly = new Assembly(endpoint.isControl());
    socket.frameHandler(frame -> heard(line, talk, budget, assembly, frame));
    socket.exceptionHandler(broken -> {
      countBroken(broken);
      line.cut();
    });
    socket.closeHandler(closed -> {
      census.leaves(from);
      board.closed(line, clock.get());
    });
  }

  /// The decoder has told the peer why already, by the code of its close frame.
  private void countBroken(Throwable broken) {
    if (broken instanceof CorruptedWebSocketFrameException corrupted) {
      boolean isTooBig = corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
      tally.add(isTooBig ? Count.TOO_MUCH : Count.MALFORMED);
    }
  }

  private Talk talk(Line line) {
    return switch (line.endpoint()) {
      case HOME -> new HomeTalk(board, line, challenge(line));
      case DEVICE -> new DeviceTalk(board, line, challenge(line));
      case HOME_MEDIA -> new HomeMediaTalk(board, line);
      case DEVICE_MEDIA -> new DeviceMediaTalk(board, line);
    };
  }

  private Challenge challenge(Line line) {
    var challenge = Challenge.random(random);
    line.tell(new DeviceHears.Ask(challenge, own).text());
    return challenge;
  }

  private void heard(
      Line line, Talk talk, LinkBudget budget, Assembly assembly, WebSocketFrame frame) {
    if (line.isEnding()) {
      return;
    }
    Duration now = clock.get();
    if (!budget.allows(frame.binaryData().length(), now)) {
      tally.add(Count.TOO_MUCH);
      board.end(line, ByeReason.TOO_MUCH, now);
      return;
    }
    board.heard(line, now);
    if (isPong(frame)) {
      board.frames().ponged(line, now);
      return;
    }
    if (frame.isPing() || frame.isClose()) {
      return;
    }
    try {
      var message = assembly.add(frame, line.longestBytes());
      if (message.isPresent()) {
        talk.said(message.get(), now);
      }
    } catch (Malformed e) {
      tally.add(Count.MALFORMED);
      board.note(now, "{0}: {1} at byte {2}", line.id(), e.production(), e.offset());
      board.end(line, ByeReason.MALFORMED, now);
    } catch (Assembly.Refused e) {
      tally.add(Count.TOO_MUCH);
      board.end(line, ByeReason.TOO_MUCH, now);
    }
  }

  private static boolean isPong(WebSocketFrame frame) {
    return frame.type() == WebSocketFrameType.PONG;
  }
}
