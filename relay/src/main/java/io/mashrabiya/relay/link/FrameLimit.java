package io.mashrabiya.relay.link;

import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

/// The longest frame that a link's decoder collects before it hands it on. Vert.x knows one for all
/// links of a server: that is the control links', so that a stranger cannot make the relay hold
/// megabytes; a home's media link gets the longer one when its ticket was good.
final class FrameLimit {
  private FrameLimit() {}

  /// To be called on the link's event loop. What the old decoder had not yet read, the new one
  /// reads.
  static void raise(ServerWebSocket socket, int maxBytes) {
    var config =
        WebSocketDecoderConfig.newBuilder()
            .expectMaskedFrames(true)
            .allowExtensions(false)
            .maxFramePayloadLength(maxBytes)
            .build();
    ((WebSocketInternal) socket)
        .channelHandlerContext()
        .pipeline()
        .replace(WebSocket13FrameDecoder.class, "wsdecoder", new WebSocket13FrameDecoder(config));
  }
}
