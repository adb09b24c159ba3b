package io.mashrabiya.relay.link;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.vertx.core.Promise;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A WebSocket whose peer reads only when a test says so: what is written to it waits.
final class HeldSocket {
  private record Held(Object message, ChannelPromise promise) {}

  private final Deque<Held> held = new ArrayDeque<>();
  private final List<Promise<Void>> pings = new ArrayList<>();
  private final EmbeddedChannel channel =
      new EmbeddedChannel(
          new Holding(),
          new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder().build()),
          new ChannelInboundHandlerAdapter());
  private final ServerWebSocket socket =
      (ServerWebSocket)
          Proxy.newProxyInstance(
              HeldSocket.class.getClassLoader(),
              new Class<?>[] {ServerWebSocket.class, WebSocketInternal.class},
              (proxy, method, arguments) -> answer(method));

  ServerWebSocket socket() {
    return socket;
  }

  EmbeddedChannel channel() {
    return channel;
  }

  /// How many messages wait for the peer.
  int waiting() {
    return held.size();
  }

  /// The peer reads what was written first.
  Object read() {
    var first = held.removeFirst();
    first.promise.setSuccess();
    return first.message;
  }

  /// The connection breaks while a message waits.
  void fail(Exception cause) {
    held.removeFirst().promise.setFailure(cause);
  }

  /// How many pings were written.
  int pings() {
    return pings.size();
  }

  /// The peer reads the newest ping.
  void readPing() {
    pings.getLast().complete();
  }

  private Object answer(Method method) {
    return switch (method.getName()) {
      case "channelHandlerContext" -> channel.pipeline().lastContext();
      case "isClosed" -> !channel.isOpen();
      case "writePing" -> {
        var ping = Promise.<Void>promise();
        pings.add(ping);
        yield ping.future();
      }
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  private final class Holding extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      held.addLast(new Held(message, promise));
    }
  }
}
