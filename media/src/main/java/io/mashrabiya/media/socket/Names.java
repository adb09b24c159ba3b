package io.mashrabiya.media.socket;

import static io.mashrabiya.words.Sentence.say;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks hosts up within a time. The system's own look-up takes as long as it likes, and nothing
/// ends it: it is left to itself, on a virtual thread.
///
/// Owned by the thread that dials, but for [#giveUp], which any thread may call.
final class Names {
  private final Resolver resolver;
  private final CompletableFuture<InetAddress[]> givenUp = new CompletableFuture<>();

  /// The system's look-up.
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  Names(Resolver resolver) {
    this.resolver = resolver;
  }

  /// The addresses of a host, the best first.
  ///
  /// @throws DialFailed if none is found in time
  InetAddress[] addressesOf(String host, Duration within) throws DialFailed {
    var found = new CompletableFuture<InetAddress[]>();
    Thread.startVirtualThread(() -> look(host, found));
    try {
      return found
          .applyToEither(givenUp, addresses -> addresses)
          .get(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new DialFailed(say("unknown host"));
    } catch (TimeoutException e) {
      throw new DialFailed(say("nobody says where this host is"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DialFailed(say("interrupted"));
    }
  }

  private void look(String host, CompletableFuture<InetAddress[]> found) {
    try {
      found.complete(resolver.resolve(host));
    } catch (UnknownHostException e) {
      found.completeExceptionally(e);
    }
  }

  /// Ends every look-up, also those to come.
  void giveUp() {
    givenUp.complete(new InetAddress[0]);
  }
}
