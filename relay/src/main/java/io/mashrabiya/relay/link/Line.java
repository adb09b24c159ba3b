package io.mashrabiya.relay.link;

import io.mashrabiya.relay.admit.Neighbourhood;
import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.MediaMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.time.Duration;
import java.util.Optional;

/// One WebSocket, as the relay writes to it. Belongs to the event loop.
final class Line {
  /// What may wait in a control link for a peer that does not read.
  private static final int MAX_PENDING_BYTES = 4 << 20;

  /// How long a peer may take to read the goodbye.
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final short POLICY_VIOLATION = 1008;
  private static final short NORMAL = 1000;

  private final LinkId id;
  private final Endpoint endpoint;
  private final Neighbourhood from;
  private final ServerWebSocket socket;
  private final NewestOnly newestWord;
  private final Duration openedAt;
  private Duration heardAt;
  private Duration pingedAt;
  private Duration cutAt = Duration.ofSeconds(Long.MAX_VALUE);
  private int pendingBytes;
  private boolean isEnding;
  private boolean isProven;
  private boolean isPinging;
  private int unanswered;

  Line(LinkId id, Endpoint endpoint, Neighbourhood from, ServerWebSocket socket, Duration now) {
    this.id = id;
    this.endpoint = endpoint;
    this.from = from;
    this.socket = socket;
    newestWord = new NewestOnly(channel());
    Pongs.before(channel());
    openedAt = now;
    heardAt = now;
    pingedAt = now;
  }

  LinkId id() {
    return id;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /// Where it comes from.
  Neighbourhood from() {
    return from;
  }

  /// The relay is about to listen no more: this link goes on until it is ended by itself.
  void stays() {
    socket.shutdownHandler(listensNoMore -> {});
  }

  boolean isEnding() {
    return isEnding;
  }

  /// It has just proved itself by a message: from now on it may send longer ones.
  void proven() {
    isProven = true;
    FrameLimit.set(socket, longestBytes());
  }

  /// The longest message that is taken from it now.
  int longestBytes() {
    var limits = endpoint.limits();
    return isProven ? limits.messageBytes() : limits.firstBytes();
  }

  void heard(Duration now) {
    heardAt = now;
  }

  /// Sends a control message; whoever lets too many of them wait is cut.
  void tell(String text) {
    if (isEnding || socket.isClosed()) {
      return;
    }
    if (pendingBytes > MAX_PENDING_BYTES) {
      cut();
      return;
    }
    pendingBytes += text.length();
    // Not as a "message", which Vert.x would cut to what may come in on an unproven link.
    socket.writeFinalTextFrame(text).onComplete(sent -> pendingBytes -= text.length());
  }

  /// Sends a whole WebSocket message to a viewer, and releases it. How many may be in flight is the
  /// sender's to bound. It goes past Vert.x and the encoder, which take no bytes for a message.
  void send(ByteBuf message) {
    var context = channel();
    var _ = context.writeAndFlush(message, context.voidPromise());
  }

  /// Acknowledges so many frames of a home; the newest such word stands for those before it.
  void acknowledge(long frames) {
    if (takesFrames()) {
      sendNewest(new MediaMessage.Acknowledgement(frames));
    }
  }

  /// Says what it carries; the newest such word stands for those before it.
  void carries(long bitsPerSecond) {
    if (takesFrames()) {
      sendNewest(new MediaMessage.Carries(bitsPerSecond));
    }
  }

  private void sendNewest(MediaMessage word) {
    newestWord.send(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(word.bytes())));
  }

  boolean takesFrames() {
    return !isEnding && !socket.isClosed();
  }

  /// Whether more than that was sent to the peer and is still not on its way.
  boolean holdsMoreThan(long bytes) {
    long heldBytes = channel().channel().bytesBeforeWritable();
    return heldBytes > bytes && heldBytes != Long.MAX_VALUE; // which means: closed
  }

  /// Takes and says nothing more, and is cut with the next tick: for whoever is in the midst of
  /// going through many lines.
  void giveUp() {
    isEnding = true;
    cutAt = Duration.ZERO;
  }

  /// Asks for a sign of life, if the question before is on its way.
  void ping(Duration now) {
    if (isPinging || !takesFrames()) {
      return;
    }
    pingedAt = now;
    isPinging = true;
    unanswered++;
    socket.writePing(Buffer.buffer()).onComplete(sent -> isPinging = false);
  }

  /// A ping was answered: after how long, unless it may be any of several.
  Optional<Duration> ponged(Duration now) {
    boolean isOfTheLast = unanswered == 1;
    unanswered = Math.max(0, unanswered - 1);
    return isOfTheLast ? Optional.of(now.minus(pingedAt)) : Optional.empty();
  }

  /// Says goodbye and closes; cuts the line if the peer does not take it.
  void end(ByeReason reason, Duration now) {
    if (isEnding) {
      return;
    }
    end(new DeviceHears.Bye(reason), reason, now);
  }

  /// The same, but the peer is to come again after so long.
  void endFor(Duration pause, Duration now) {
    if (!isEnding) {
      end(new DeviceHears.BackSoon(pause.toMillis()), ByeReason.GOING_AWAY, now);
    }
  }

  /// Homes and devices hear the same last words.
  private void end(DeviceHears lastWord, ByeReason reason, Duration now) {
    if (endpoint.isControl()) {
      tell(lastWord.text());
    }
    isEnding = true;
    cutAt = now.plus(FAREWELL);
    if (!socket.isClosed()) {
      socket.shutdownHandler(null);
      socket.close(endpoint.isControl() ? NORMAL : POLICY_VIOLATION, reason.text());
    }
  }

  /// Closes at once, with what still waits for the peer.
  void cut() {
    isEnding = true;
    var _ = channel().close();
  }

  private ChannelHandlerContext channel() {
    return ((WebSocketInternal) socket).channelHandlerContext();
  }

  boolean isPingDue(KeepAlive keepAlive, Duration now) {
    return !isPinging && now.minus(pingedAt).compareTo(keepAlive.pingEvery()) >= 0;
  }

  /// Whether it has not even taken a ping for so long that it does not read. Of a viewer its
  /// acknowledgements tell that better: before a ping on a slow line there may be many frames.
  boolean isDeaf(KeepAlive keepAlive, Duration now) {
    return isPinging
        && endpoint != Endpoint.DEVICE_MEDIA
        && now.minus(pingedAt).compareTo(keepAlive.silence()) >= 0;
  }

  boolean isSilent(KeepAlive keepAlive, Duration now) {
    return now.minus(heardAt).compareTo(keepAlive.silence()) >= 0;
  }

  boolean isUnprovenTooLong(KeepAlive keepAlive, Duration now) {
    return !isProven && now.minus(openedAt).compareTo(keepAlive.handshake()) >= 0;
  }

  boolean isToBeCut(Duration now) {
    return now.compareTo(cutAt) >= 0;
  }
}
