package io.mashrabiya.bench.picture;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.gop.NewestGroup;
import io.mashrabiya.media.rtsp.RtspUrl;
import io.mashrabiya.media.rtsp.client.RtspClient;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A process that shows a camera with the least between: it reads it by our RTSP client and hands
/// each access unit, from the newest key frame on, to whoever opens the one WebSocket of its one
/// page. Nothing is sealed, proven, bounded or asked.
///
/// Its one argument is the camera's URL. It says `listening PORT` once it has a picture.
final class BareFeed {
  private static final long GUARD_SECONDS = 180;
  private static final int GROUP_FRAMES = 600;
  private static final long GROUP_BYTES = 16 << 20;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final NewestGroup group = new NewestGroup(GROUP_FRAMES, GROUP_BYTES);
  private final Set<ServerWebSocket> viewers = new LinkedHashSet<>();
  private final CompletableFuture<Void> firstFrame = new CompletableFuture<>();

  private BareFeed() {}

  public static void main(String[] arguments) throws Exception {
    new BareFeed().serve(arguments[0]);
  }

  private void serve(String camera) throws Exception {
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setTcpNoDelay(true))
            .webSocketHandler(this::open)
            .requestHandler(BareFeed::give)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(GUARD_SECONDS, TimeUnit.SECONDS);
    var loop = vertx.getOrCreateContext();
    Thread.ofPlatform()
        .daemon()
        .start(() -> read(camera, frame -> loop.runOnContext(now -> take(frame))));
    firstFrame.get(GUARD_SECONDS, TimeUnit.SECONDS);
    System.out.println("listening " + server.actualPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  private static void read(String url, io.mashrabiya.media.FrameSink sink) {
    if (!(RtspUrl.read(url) instanceof RtspUrl.Reading.Understood understood)) {
      throw new IllegalArgumentException("no camera: " + url);
    }
    RtspOutcome outcome =
        new RtspClient(
                understood.address(),
                Optional.empty(),
                RtspSettings.DEFAULT,
                CaptureClock.startingAt(InstantSource.system()),
                new SessionCounters())
            .play(sink);
    System.err.println("the bare camera ended: " + outcome.words());
  }

  private void take(Frame frame) {
    group.accept(frame);
    for (ServerWebSocket viewer : viewers) {
      send(viewer, frame);
    }
    firstFrame.complete(null);
  }

  private void open(ServerWebSocket viewer) {
    group.frames().forEach(frame -> send(viewer, frame));
    viewers.add(viewer);
    viewer.closeHandler(closed -> viewers.remove(viewer));
  }

  private static void send(ServerWebSocket viewer, Frame frame) {
    byte kind = (byte) (frame.key() ? 1 : 0);
    viewer.writeBinaryMessage(Buffer.buffer().appendByte(kind).appendBytes(frame.payload()));
  }

  private static void give(HttpServerRequest request) {
    boolean isScript = "/bare.js".equals(request.path());
    request
        .response()
        .putHeader("Content-Type", isScript ? "text/javascript" : "text/html")
        .putHeader("Cache-Control", "no-cache")
        .end(Buffer.buffer(resource(isScript ? "bare.js" : "bare.html")));
  }

  private static byte[] resource(String name) {
    try (InputStream in = BareFeed.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
