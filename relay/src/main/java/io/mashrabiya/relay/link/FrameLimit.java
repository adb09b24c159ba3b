package io.mashrabiya.relay.link;

import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

/// The longest frame that a link's decoder collects before it hands it on. Vert.x knows one for all
/// links of a server: that is a short one, so that strangers cannot make the relay hold what they
/// send; a link that has proved itself gets the one that is its own.
final class FrameLimit {
  /// What a ping may carry (RFC 6455, section 5.5).
  private static final int PING_BYTES = 125;

  private FrameLimit() {}

  /// To be called on the link's event loop, while a message of the link is handed on: what the old
  /// decoder had not yet read, the new one reads, but half a frame would be lost.
  static void set(ServerWebSocket socket, int messageBytes) {
    var config =
        WebSocketDecoderConfig.newBuilder()
            .expectMaskedFrames(true)
            .allowExtensions(false)
            .maxFramePayloadLength(Math.max(messageBytes, PING_BYTES))
            .build();
    ((WebSocketInternal) socket)
        .channelHandlerContext()
        .pipeline()
        .replace(WebSocket13FrameDecoder.class, "wsdecoder", new WebSocket13FrameDecoder(config));
  }
}
