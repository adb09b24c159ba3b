package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.address.UrlParts;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the URL of a stream from the `a=control` of a description (RFC 2326, appendix C.1.1).
///
/// Leniencies: a base without `/` at its end gets one (RFC 3986 would replace its last part, which
/// no camera means); an absolute URL is used as it is, also with another host in it, because
/// cameras behind address translation name their own: the request goes over the same connection,
/// never elsewhere. User names and passwords in it are taken out.
final class ControlUrl {
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)rtsps?://");

  private ControlUrl() {}

  /// The URL for a stream.
  ///
  /// @param base `Content-Base`, `Content-Location` or the URL that was described
  /// @param control the attribute's value, where there is one
  static String resolve(String base, Optional<String> control) {
    String value = UrlParts.escape(control.orElse("*"));
    if (value.isEmpty() || value.equals("*")) {
      return base;
    }
    if (isAbsolute(value)) {
      return withoutUserInfo(value);
    }
    if (value.startsWith("/")) {
      return root(base) + value;
    }
    return base.endsWith("/") ? base + value : base + "/" + value;
  }

  /// Whether it is a URL of its own, and not a part of one.
  static boolean isAbsolute(String url) {
    return ABSOLUTE.matcher(url).lookingAt();
  }

  /// A URL without what stands before an `@` in its authority.
  static String withoutUserInfo(String url) {
    if (!isAbsolute(url)) {
      return url;
    }
    int begin = authority(url);
    int end = url.indexOf('/', begin);
    String authority = url.substring(begin, end < 0 ? url.length() : end);
    String rest = end < 0 ? "" : url.substring(end);
    return url.substring(0, begin).toLowerCase(Locale.ROOT)
        + authority.substring(authority.lastIndexOf('@') + 1)
        + rest;
  }

  private static String root(String base) {
    int end = base.indexOf('/', authority(base));
    return end < 0 ? base : base.substring(0, end);
  }

  private static int authority(String url) {
    return url.indexOf("://") + 3;
  }
}
