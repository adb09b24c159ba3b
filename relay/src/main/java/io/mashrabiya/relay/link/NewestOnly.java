package io.mashrabiya.relay.link;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import org.jspecify.annotations.Nullable;

/// Sends messages of which only the newest counts, one at a time: while one of them waits for a
/// peer that does not read, those that come after it take each other's place.
///
/// Guarantee: two messages are held at most, however many are sent, and the newest goes out as soon
/// as the one before it is written. (Vert.x would queue them without end.)
final class NewestOnly {
  private final ChannelHandlerContext channel;
  private final GenericFutureListener<Future<Void>> listener = this::written;
  private @Nullable WebSocketFrame next;
  private boolean isWriting;

  NewestOnly(ChannelHandlerContext channel) {
    this.channel = channel;
  }

  /// Sends a message, or keeps it in the place of the one that waited; releases it in the end.
  void send(WebSocketFrame message) {
    if (!isWriting) {
      write(message);
      return;
    }
    if (next != null) {
      next.release();
    }
    next = message;
  }

  private void write(WebSocketFrame message) {
    isWriting = true;
    var _ = channel.writeAndFlush(message).addListener(listener);
  }

  private void written(Future<Void> sent) {
    isWriting = false;
    var following = next;
    next = null;
    if (following == null) {
      return;
    }
    if (sent.isSuccess()) {
      write(following);
    } else {
      following.release();
    }
  }
}
