package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.rtp.StreamCounters;
import io.mashrabiya.media.rtsp.Carriage;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A client that plays on a thread of its own, for tests.
final class Playing implements AutoCloseable {
  static final CaptureClock CLOCK = CaptureClock.startingAt(InstantSource.system());
  static final Duration GUARD = Duration.ofSeconds(20);

  final StreamCounters counters = new StreamCounters();
  final StreamCounters sound = new StreamCounters();
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final RtspClient client;
  private final FutureTask<RtspOutcome> outcome;

  private Playing(
      RtspAddress address,
      Optional<Credentials> credentials,
      RtspSettings settings,
      CaptureClock clock,
      SoundTrust soundTrust) {
    client =
        new RtspClient(
            address,
            credentials,
            settings,
            clock,
            new SessionCounters(counters, sound),
            soundTrust);
    outcome = new FutureTask<>(() -> client.play(frames::add));
    Thread.ofPlatform().name("camera").daemon().start(outcome);
  }

  static Playing of(InetSocketAddress server, String path) {
    return of(server, path, Optional.empty(), RtspSettings.DEFAULT);
  }

  static Playing of(
      InetSocketAddress server,
      String path,
      Optional<Credentials> credentials,
      RtspSettings settings) {
    return of(server, path, credentials, settings, CLOCK);
  }

  static Playing of(
      InetSocketAddress server,
      String path,
      Optional<Credentials> credentials,
      RtspSettings settings,
      CaptureClock clock) {
    var address = new RtspAddress(server.getAddress().getHostAddress(), server.getPort(), path);
    return new Playing(address, credentials, settings, clock, new SoundTrust());
  }

  static Playing of(RtspAddress address, RtspSettings settings) {
    return of(address, settings, new SoundTrust());
  }

  static Playing of(RtspAddress address, Optional<Credentials> credentials, RtspSettings settings) {
    return new Playing(address, credentials, settings, CLOCK, new SoundTrust());
  }

  /// Plays a camera that was played before.
  static Playing of(RtspAddress address, RtspSettings settings, SoundTrust soundTrust) {
    return new Playing(address, Optional.empty(), settings, CLOCK, soundTrust);
  }

  /// Plays a camera over UDP.
  static Playing udp(InetSocketAddress server, RtspSettings settings, CaptureClock clock) {
    var address =
        new RtspAddress(
            Carriage.UDP, server.getHostString(), server.getPort(), "/main", Optional.empty());
    return new Playing(address, Optional.empty(), settings, clock, new SoundTrust());
  }

  /// Waits for that many frames.
  List<Frame> frames(int count) throws InterruptedException {
    List<Frame> taken = new ArrayList<>();
    while (taken.size() < count) {
      Frame frame = frames.poll(GUARD.toSeconds(), TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("only " + taken.size() + " of " + count + " frames: " + counters);
      }
      taken.add(frame);
    }
    return taken;
  }

  /// How many frames came that nobody took.
  int untaken() {
    return frames.size();
  }

  /// Waits for so long whether it ends.
  boolean endsWithin(Duration wait) throws Exception {
    try {
      outcome.get(wait.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /// Waits for the end.
  RtspOutcome outcome() throws InterruptedException {
    try {
      return outcome.get(GUARD.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("the client threw", e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("the client did not end: " + counters, e);
    }
  }

  /// Stops playing; the outcome comes soon after.
  void stop() {
    client.close();
  }

  @Override
  public void close() {
    stop();
  }
}
