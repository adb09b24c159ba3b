package io.mashrabiya.bench.network;

import io.mashrabiya.bench.line.FarEnd;
import io.mashrabiya.bench.process.Child;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// An [Onlooker] in a process of its own at the end of a line.
final class TwinViewer implements Viewer {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /// Eight of them share a machine with all the rest.
  private static final List<String> SMALL =
      List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final String name;
  private final Child child;
  private Duration looking = Duration.ZERO;

  private TwinViewer(String name, Child child) {
    this.name = name;
    this.child = child;
  }

  /// Pairs it.
  static TwinViewer at(FarEnd end, String name, String invite)
      throws IOException, InterruptedException {
    Child child = end.jvm(SMALL, Onlooker.class, invite);
    try {
      child.hear("paired", PATIENCE);
      return new TwinViewer(name, child);
    } catch (IOException | InterruptedException e) {
      child.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void begin(Duration warmUp, Duration length) throws IOException {
    looking = warmUp.plus(length);
    child.say("look " + warmUp.toMillis() + " " + length.toMillis());
  }

  @Override
  public Onlook end() throws IOException, InterruptedException {
    return Onlook.read(child.hear("looked", looking.plus(PATIENCE)));
  }

  @Override
  public void close() {
    child.close();
  }
}
