package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.rtsp.RtspUrl;
import java.util.Optional;

/// Finds the URL of a stream from the `a=control` of a description (RFC 2326, appendix C.1.1).
///
/// Leniencies: a base without `/` at its end gets one (RFC 3986 would replace its last part, which
/// no camera means); an absolute URL is used as it is, also with another host in it, because
/// cameras behind address translation name their own: the request goes over the same connection,
/// never elsewhere. User names and passwords in it are taken out.
final class ControlUrl {
  private static final String SCHEME = "rtsp://";

  private ControlUrl() {}

  /// The URL for a stream.
  ///
  /// @param base `Content-Base`, `Content-Location` or the URL that was described
  /// @param control the attribute's value, where there is one
  static String resolve(String base, Optional<String> control) {
    String value = RtspUrl.escape(control.orElse("*"));
    if (value.isEmpty() || value.equals("*")) {
      return base;
    }
    if (value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return withoutUserInfo(value);
    }
    if (value.startsWith("/")) {
      return root(base) + value;
    }
    return base.endsWith("/") ? base + value : base + "/" + value;
  }

  /// A URL without what stands before an `@` in its authority.
  static String withoutUserInfo(String url) {
    if (!url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return url;
    }
    int end = url.indexOf('/', SCHEME.length());
    String authority = url.substring(SCHEME.length(), end < 0 ? url.length() : end);
    String rest = end < 0 ? "" : url.substring(end);
    return SCHEME + authority.substring(authority.lastIndexOf('@') + 1) + rest;
  }

  private static String root(String base) {
    int end = base.indexOf('/', SCHEME.length());
    return end < 0 ? base : base.substring(0, end);
  }
}
