package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The streams of a server by their paths. Any thread.
final class Mounts {
  private static final String SCHEME = "rtsp://";

  private final Map<String, Mount> byPath = new ConcurrentHashMap<>();

  Mount add(String path, List<Track> tracks) {
    if (!path.matches("/[!-~]*") || path.endsWith("/")) {
      throw new IllegalArgumentException("a path begins with / and does not end with it: " + path);
    }
    Mount mount = new Mount(tracks);
    if (byPath.putIfAbsent(path, mount) != null) {
      throw new IllegalArgumentException("there is a stream already at " + path);
    }
    return mount;
  }

  /// The stream that a request means: by the path of its URL, without query, `/` at the end and the
  /// track's own part. Host and port do not matter, because clients behind address translation name
  /// others.
  Optional<Mount> find(String target) {
    return Optional.ofNullable(byPath.get(path(target)));
  }

  private static String path(String target) {
    String path = target;
    if (target.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      int slash = target.indexOf('/', SCHEME.length());
      path = slash < 0 ? "" : target.substring(slash);
    }
    int query = path.indexOf('?');
    path = withoutEnd(query < 0 ? path : path.substring(0, query), "/");
    return withoutEnd(StreamDescription.withoutTrack(path), "/");
  }

  private static String withoutEnd(String path, String end) {
    return path.endsWith(end) ? path.substring(0, path.length() - end.length()) : path;
  }
}
