package io.mashrabiya.media.rtsp.message;

/// A request (RFC 2326, section 6).
///
/// @param method such as `DESCRIBE`; case matters
/// @param target an absolute URL, or `*`
public record RtspRequest(String method, String target, RtspHeaders headers, String body)
    implements RtspMessage {
  @Override
  public String startLine() {
    return method + " " + target + " RTSP/1.0";
  }
}
