package io.mashrabiya.home;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.ServerAuthentication.Scheme;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.server.Mount;
import io.mashrabiya.media.rtsp.server.RtspServer;
import io.mashrabiya.media.rtsp.server.RtspServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A camera that shows one and the same key frame in H.265, of x265, ten times a second.
final class H265Camera implements AutoCloseable {
  private static final Track TRACK = new Track(Track.PICTURE, PictureFormat.H265);
  private static final long EACH_NANOS = 100_000_000;

  private final RtspServer server;
  private final Mount mount;
  private final byte[] picture;
  private final Thread thread;
  private volatile boolean closed;

  private H265Camera(RtspServer server, byte[] picture) {
    this.server = server;
    this.mount = server.mount("/main", TRACK);
    this.picture = picture;
    this.thread = Thread.ofPlatform().daemon().name("h265-camera").start(this::run);
  }

  static H265Camera open(Optional<Credentials> credentials) throws IOException {
    try (InputStream in = H265Camera.class.getResourceAsStream("idr.h265")) {
      byte[] picture = Objects.requireNonNull(in).readAllBytes();
      var open = RtspServerSettings.loopback();
      var settings =
          credentials
              .map(known -> open.onlyFor(known, List.of(Scheme.DIGEST_SHA_256)))
              .orElse(open);
      return new H265Camera(RtspServer.start(settings, H265Camera::nowMicros), picture);
    }
  }

  RtspAddress address() {
    return new RtspAddress("127.0.0.1", server.address().getPort(), "/main");
  }

  int playerCount() {
    return mount.playerCount();
  }

  private void run() {
    while (!closed) {
      mount.accept(new Frame(TRACK, nowMicros(), true, picture));
      LockSupport.parkNanos(EACH_NANOS);
    }
  }

  private static long nowMicros() {
    return System.nanoTime() / 1_000;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    server.close();
  }
}
