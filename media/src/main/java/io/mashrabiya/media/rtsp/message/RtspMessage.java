package io.mashrabiya.media.rtsp.message;

import java.nio.charset.StandardCharsets;

/// A request or a response (RFC 2326, sections 6 and 7), its body included.
public sealed interface RtspMessage extends RtspIncoming permits RtspRequest, RtspResponse {
  RtspHeaders headers();

  /// The body; "" where there is none.
  String body();

  /// The first line, without its end.
  String startLine();

  /// The message as it goes over the wire; `Content-Length` is added where there is a body.
  default byte[] encode() {
    StringBuilder head = new StringBuilder(startLine()).append("\r\n");
    for (RtspHeaders.Field field : headers().fields()) {
      head.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    byte[] body = body().getBytes(StandardCharsets.UTF_8);
    if (body.length > 0) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] headBytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[headBytes.length + body.length];
    System.arraycopy(headBytes, 0, whole, 0, headBytes.length);
    System.arraycopy(body, 0, whole, headBytes.length, body.length);
    return whole;
  }
}
