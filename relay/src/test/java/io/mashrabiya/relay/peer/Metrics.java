package io.mashrabiya.relay.peer;

import io.mashrabiya.relay.Relay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// A relay's page of metrics, as an operator's collector reads it.
public final class Metrics {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI page;

  private Metrics(URI page) {
    this.page = page;
  }

  public static Metrics of(Relay relay) {
    int port = relay.metricsPort().orElseThrow();
    return new Metrics(URI.create("http://127.0.0.1:" + port + "/metrics"));
  }

  /// The names of all of them.
  public SortedSet<String> names() throws IOException, InterruptedException {
    var answer = CLIENT.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    return answer
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[ {]", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The number of this name, without what all names begin with.
  public long number(String name) throws IOException, InterruptedException {
    return (long) decimal(name);
  }

  /// The same where it is no whole number.
  public double decimal(String name) throws IOException, InterruptedException {
    var answer = CLIENT.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    return answer
        .body()
        .lines()
        .filter(line -> line.startsWith("mashrabiya_relay_" + name + " "))
        .map(line -> Double.valueOf(line.substring(line.indexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  /// Returns once the number is at least so high; fails when it does not come to that.
  public void await(String name, long least) throws IOException, InterruptedException {
    Instant end = Instant.now().plusSeconds(20);
    while (number(name) < least) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(name + " stays below " + least);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
