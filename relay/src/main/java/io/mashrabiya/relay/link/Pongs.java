package io.mashrabiya.relay.link;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;

/// Answers the pings of a peer, of several that came before there was room for an answer only the
/// last (RFC 6455, section 5.5.3, allows that).
///
/// It stands before Vert.x, which would answer all of them. To Vert.x a ping looks like a pong,
/// which it hands on, to be counted like every message, and leaves unanswered.
final class Pongs extends ChannelInboundHandlerAdapter {
  private final NewestOnly pongs;

  private Pongs(NewestOnly pongs) {
    this.pongs = pongs;
  }

  /// Puts one before the handler of this context, which is Vert.x's.
  static void before(ChannelHandlerContext vertx) {
    vertx.pipeline().addBefore(vertx.name(), "pongs", new Pongs(new NewestOnly(vertx)));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof PingWebSocketFrame ping) {
      // A copy: the original is a part of what was read at once, and would hold all of it.
      pongs.send(new PongWebSocketFrame(Unpooled.copiedBuffer(ping.content())));
      context.fireChannelRead(new PongWebSocketFrame(ping.content()));
    } else {
      context.fireChannelRead(message);
    }
  }
}
