package io.mashrabiya.media.scene;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.auth.ServerAuthentication.Scheme;
import io.mashrabiya.media.feed.ClipFeed;
import io.mashrabiya.media.feed.Feed;
import io.mashrabiya.media.feed.FeedPlayer;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.server.Mount;
import io.mashrabiya.media.rtsp.server.RtspServer;
import io.mashrabiya.media.rtsp.server.RtspServerSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// An IP camera in software: an RTSP server that shows a drawn room or a video file.
///
/// It listens when [#open] returns, and [#address] says where. One platform thread draws, encodes
/// and paces, another one rings the bell where there is sound; the server's threads send. When the
/// machine is too slow pictures are left out, so that those shown are never late.
public final class VirtualCamera implements AutoCloseable {
  /// The path of its one stream.
  public static final String PATH = "/live";

  private static final System.Logger LOG = System.getLogger(VirtualCamera.class.getName());
  private static final List<Scheme> SCHEMES =
      List.of(Scheme.DIGEST_SHA_256, Scheme.DIGEST_MD5_WITHOUT_QOP);

  private final RtspServer server;
  private final Mount mount;
  private final CaptureClock clock;
  private final Thread thread;
  private final Optional<Thread> microphone;
  private final CompletableFuture<Void> firstPicture = new CompletableFuture<>();
  private final AtomicLong leftOut = new AtomicLong();
  private volatile boolean closed;

  private VirtualCamera(VirtualCameraOptions options, CaptureClock clock, RtspServer server) {
    this.clock = clock;
    this.server = server;
    this.mount = mount(server, options);
    this.thread = Thread.ofPlatform().daemon().name("virtual-camera").unstarted(() -> run(options));
    this.microphone = microphone(options);
  }

  /// Starts a camera; the codec loads and the room is painted after it returns (see
  /// [#firstPicture]).
  ///
  /// @throws IOException if the address cannot be listened on
  public static VirtualCamera open(VirtualCameraOptions options, CaptureClock clock)
      throws IOException {
    RtspServerSettings open = RtspServerSettings.loopback().listeningOn(options.listen());
    RtspServerSettings settings =
        options.credentials().map(known -> open.onlyFor(known, SCHEMES)).orElse(open);
    VirtualCamera camera = new VirtualCamera(options, clock, RtspServer.start(settings, clock));
    camera.thread.start();
    camera.microphone.ifPresent(Thread::start);
    return camera;
  }

  private static Mount mount(RtspServer server, VirtualCameraOptions options) {
    return options
        .sound()
        .map(codec -> server.mount(PATH, Track.MAIN, Track.sound(SoundSource.format(codec))))
        .orElseGet(() -> server.mount(PATH));
  }

  private Optional<Thread> microphone(VirtualCameraOptions options) {
    if (options.sound().isEmpty() || !(options.view() instanceof CameraView.Drawn drawn)) {
      return Optional.empty();
    }
    var ringer =
        new BellRinger(options.sound().get(), new Bell(drawn.camera()), clock, mount, () -> closed);
    return Optional.of(Thread.ofPlatform().daemon().name("virtual-microphone").unstarted(ringer));
  }

  /// The pitch of the bell that rings each second before a camera with this number in its mark,
  /// where it has a microphone.
  public static double bellHertz(int camera) {
    return new Bell(camera).hertz();
  }

  /// Where it is. A camera that listens on all addresses names the loopback one.
  public RtspAddress address() {
    InetSocketAddress bound = server.address();
    boolean everywhere = bound.getAddress().isAnyLocalAddress();
    String host = everywhere ? "127.0.0.1" : bound.getAddress().getHostAddress();
    return new RtspAddress(host, bound.getPort(), PATH);
  }

  /// Done when the first picture can be played; fails with the reason if there will be none, such
  /// as a file that is not a video, in words for people. Waiting for it is not needed: who plays
  /// earlier gets pictures when they come.
  public CompletableFuture<Void> firstPicture() {
    return firstPicture.copy();
  }

  /// How many pictures were left out because the machine was too slow.
  public long leftOut() {
    return leftOut.get();
  }

  /// How many clients play it now.
  public int playerCount() {
    return mount.playerCount();
  }

  /// Ends it and waits until its codec is freed.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    microphone.ifPresent(LockSupport::unpark);
    server.close();
    try {
      thread.join(Duration.ofSeconds(5));
      if (microphone.isPresent()) {
        microphone.get().join(Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(VirtualCameraOptions options) {
    try (Feed feed = openFeed(options)) {
      play(feed);
    } catch (IOException | RuntimeException | LinkageError e) {
      if (!firstPicture.completeExceptionally(e)) {
        LOG.log(System.Logger.Level.ERROR, "a virtual camera ended", e);
      }
      server.close();
    }
  }

  private static Feed openFeed(VirtualCameraOptions options) throws IOException {
    return switch (options.view()) {
      case CameraView.Drawn drawn -> DrawnFeed.open(drawn, options.marks());
      case CameraView.Clip clip -> ClipFeed.open(clip.file());
    };
  }

  private void play(Feed feed) throws IOException {
    new FeedPlayer(clock, () -> closed)
        .play(
            feed,
            frame -> {
              mount.accept(frame);
              firstPicture.complete(null);
            },
            leftOut::addAndGet);
  }
}
