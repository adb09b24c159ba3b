package io.mashrabiya.bench.ingest;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.client.RtspClient;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/// A process that reads cameras with our RTSP client, as the home does: one platform thread each.
///
/// Its arguments are the server's port, the most cameras at once, and an empty folder. It obeys
/// `play PATH CAMERAS`, and `keep PATH CAMERAS` and `seal PATH CAMERAS`, which do with the frames
/// what a home does while nobody or somebody looks ([Sealing]) instead of throwing them away (and
/// says `playing` once each has a picture), `count` (and says `frames N`, all pictures since it
/// began) and `stop` (and says `stopped`).
final class Reader {
  private final int port;
  private final Sealing sealing;
  private final CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
  private final AtomicLong frames = new AtomicLong();
  private final List<RtspClient> clients = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private Reader(int port, Sealing sealing) {
    this.port = port;
    this.sealing = sealing;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Sealing sealing = Sealing.in(Path.of(arguments[2]), Integer.parseInt(arguments[1]));
    new Reader(Integer.parseInt(arguments[0]), sealing).obey();
  }

  private void obey() throws IOException, InterruptedException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "play" -> play(words[1], Integer.parseInt(words[2]), camera -> frame -> {});
        case "keep", "seal" -> {
          sealing.lookedAt(words[0].equals("seal"));
          play(words[1], Integer.parseInt(words[2]), sealing.seals()::get);
        }
        case "count" -> System.out.println("frames " + frames.get());
        case "stop" -> stop();
        default -> throw new IllegalArgumentException(line);
      }
    }
    System.exit(0);
  }

  private void play(String path, int cameras, IntFunction<FrameSink> sinks)
      throws InterruptedException {
    var begun = new CountDownLatch(cameras);
    var address = new RtspAddress("127.0.0.1", port, path);
    for (int i = 0; i < cameras; i++) {
      var client =
          new RtspClient(
              address, Optional.empty(), RtspSettings.DEFAULT, clock, new SessionCounters());
      FrameSink sink = sinks.apply(i);
      clients.add(client);
      threads.add(Thread.ofPlatform().start(() -> read(client, sink, begun)));
    }
    begun.await();
    System.out.println("playing");
  }

  private void read(RtspClient client, FrameSink sink, CountDownLatch begun) {
    var first = new AtomicBoolean(true);
    RtspOutcome outcome =
        client.play(frame -> {
          sink.accept(frame);
          if (!frame.track().isSound()) {
            frames.incrementAndGet();
            if (first.getAndSet(false)) {
              begun.countDown();
            }
          }
        });
    if (!(outcome instanceof RtspOutcome.Stopped)) {
      System.err.println("the bench's camera ended: " + outcome.words());
    }
  }

  private void stop() throws InterruptedException {
    clients.forEach(RtspClient::close);
    for (Thread thread : threads) {
      thread.join();
    }
    clients.clear();
    threads.clear();
    System.out.println("stopped");
  }
}
