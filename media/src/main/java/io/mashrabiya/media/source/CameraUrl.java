package io.mashrabiya.media.source;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.address.UrlParts;
import io.mashrabiya.media.http.HttpUrl;
import io.mashrabiya.media.rtsp.RtspUrl;
import io.mashrabiya.words.Sentence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Takes the URL of a camera that a person typed apart, at the edge, whatever its scheme: see
/// [RtspUrl], [OnvifUrl] and [HttpUrl]. Behind `file:` stands the path of a video file; nothing in
/// it is escaped.
public final class CameraUrl {
  /// What the address of a file begins with.
  static final String FILE = "file:";

  private static final List<String> MEANT = List.of("rtsp", "http", "onvif:", FILE);

  private static final Sentence REMEDY =
      say(
          "a camera's URL begins with {0}, {1}, {2}, {3} or {4}, a video's with {5}",
          "rtsp://", "rtsps://", "onvif://", "http://", "https://", FILE);

  private CameraUrl() {}

  /// What reading one came to. No message repeats any part of the URL, which may hold a password.
  public sealed interface Reading {
    /// A camera that can be called.
    record Understood(CameraAddress address, Optional<Credentials> credentials)
        implements Reading {}

    /// A URL that cannot.
    ///
    /// @param offset the character at fault, from 0
    /// @param remedy what to write there instead, for a person
    record Malformed(int offset, Sentence remedy) implements Reading {}
  }

  /// Whether a text is meant as the URL of a camera, so that no part of it is its name; it may hold
  /// a password even where it cannot be read.
  public static boolean mayBeOne(String typed) {
    return MEANT.stream().anyMatch(beginning -> begins(typed.strip(), beginning));
  }

  /// Takes one apart.
  public static Reading read(String typed) {
    String url = typed.strip();
    if (HttpUrl.is(url)) {
      return http(url);
    }
    if (RtspUrl.is(url)) {
      return rtsp(url);
    }
    if (OnvifUrl.is(url)) {
      return OnvifUrl.read(url);
    }
    return begins(url, FILE) ? file(url) : new Reading.Malformed(0, REMEDY);
  }

  private static boolean begins(String url, String scheme) {
    return url.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static Reading rtsp(String url) {
    return switch (RtspUrl.read(url)) {
      case RtspUrl.Reading.Understood(var address, var credentials) ->
          new Reading.Understood(new CameraAddress.Rtsp(address), credentials);
      case RtspUrl.Reading.Malformed(int offset, Sentence remedy) ->
          new Reading.Malformed(offset, remedy);
    };
  }

  private static Reading http(String url) {
    return switch (HttpUrl.read(url)) {
      case HttpUrl.Reading.Understood(var address, var credentials) ->
          new Reading.Understood(new CameraAddress.Http(address), credentials);
      case HttpUrl.Reading.Malformed(int offset, Sentence remedy) ->
          new Reading.Malformed(offset, remedy);
    };
  }

  /// Leniency: `file://` before an absolute path (RFC 8089), which is the same file.
  private static Reading file(String url) {
    String path = url.substring(FILE.length());
    String bare = path.startsWith("///") ? path.substring(2) : path;
    if (bare.isEmpty() || bare.startsWith("//") || url.length() > UrlParts.MOST_CHARACTERS) {
      return new Reading.Malformed(
          FILE.length(), say("behind {0} stands the path of a video file", FILE));
    }
    try {
      return new Reading.Understood(new CameraAddress.Clip(Path.of(bare)), Optional.empty());
    } catch (InvalidPathException e) {
      return new Reading.Malformed(
          FILE.length(), say("no file of this machine can have that path"));
    }
  }
}
