package io.mashrabiya.bench.ingest;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.client.RtspClient;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// A process that reads cameras with our RTSP client, as the home does: one platform thread each.
///
/// Its one argument is the server's port. It obeys `play PATH CAMERAS` (and says `playing` once
/// each has a frame), `count` (and says `frames N`, all since it began) and `stop` (and says
/// `stopped`).
final class Reader {
  private final int port;
  private final CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
  private final AtomicLong frames = new AtomicLong();
  private final List<RtspClient> clients = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private Reader(int port) {
    this.port = port;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Reader(Integer.parseInt(arguments[0])).obey();
  }

  private void obey() throws IOException, InterruptedException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "play" -> play(words[1], Integer.parseInt(words[2]));
        case "count" -> System.out.println("frames " + frames.get());
        case "stop" -> stop();
        default -> throw new IllegalArgumentException(line);
      }
    }
    System.exit(0);
  }

  private void play(String path, int cameras) throws InterruptedException {
    var begun = new CountDownLatch(cameras);
    var address = new RtspAddress("127.0.0.1", port, path);
    for (int i = 0; i < cameras; i++) {
      var client =
          new RtspClient(
              address, Optional.empty(), RtspSettings.DEFAULT, clock, new SessionCounters());
      clients.add(client);
      threads.add(Thread.ofPlatform().start(() -> read(client, begun)));
    }
    begun.await();
    System.out.println("playing");
  }

  private void read(RtspClient client, CountDownLatch begun) {
    var first = new AtomicLong();
    RtspOutcome outcome =
        client.play(frame -> {
          if (first.getAndIncrement() == 0) {
            begun.countDown();
          }
          frames.incrementAndGet();
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
