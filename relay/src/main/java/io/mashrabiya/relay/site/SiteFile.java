package io.mashrabiya.relay.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// A file of the viewer's bundle, as it is served.
///
/// @param entityTag names these very bytes
/// @param caching the value of `Cache-Control`
/// @param zipped the same bytes by gzip, where that is shorter
record SiteFile(
    String contentType, String entityTag, String caching, byte[] bytes, Optional<byte[]> zipped) {
  /// What may be served at all; anything else in the bundle is not for browsers.
  private static final Map<String, String> CONTENT_TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  /// A name with a hash in it, as bundlers write it: other bytes have another name.
  private static final Pattern HASHED = Pattern.compile(".*[-.][A-Z0-9]{8,}\\.[a-z0-9]+");

  private static final String YEAR = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";
  private static final String NEVER = "no-store";

  /// The type of a path, if it may be served.
  static Optional<String> contentTypeOf(String path) {
    return Optional.ofNullable(CONTENT_TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
  }

  static SiteFile of(String path, String contentType, byte[] bytes) {
    byte[] zipped = zip(bytes);
    return new SiteFile(
        contentType,
        '"' + hash(bytes) + '"',
        cachingOf(path),
        bytes,
        zipped.length < bytes.length ? Optional.of(zipped) : Optional.empty());
  }

  private static String cachingOf(String path) {
    if (path.endsWith(".html")) {
      return NEVER;
    }
    return HASHED.matcher(path).matches() ? YEAR : ASK_AGAIN;
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static byte[] zip(byte[] bytes) {
    var zipped = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("an array takes every byte", e);
    }
    return zipped.toByteArray();
  }
}
