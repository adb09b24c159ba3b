package io.mashrabiya.media.rtsp.message;

/// A response (RFC 2326, section 7).
///
/// @param status 100 to 599
/// @param reason what the peer says beside the number; for people only
public record RtspResponse(int status, String reason, RtspHeaders headers, String body)
    implements RtspMessage {
  @Override
  public String startLine() {
    return "RTSP/1.0 " + status + " " + reason;
  }

  /// Whether the request was done (2xx).
  public boolean success() {
    return status / 100 == 2;
  }
}
