package io.mashrabiya.bench.line;

import io.mashrabiya.bench.process.Child;
import io.mashrabiya.network.shape.Line;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.line.PacketLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The end of a line of real packets, in a network of its own.
final class PacketEnd implements FarEnd {
  private static final String EVERYWHERE = "0.0.0.0";

  private final PacketLine line;
  private final String localhost;

  private PacketEnd(PacketLine line, String localhost) {
    this.line = line;
    this.localhost = localhost;
  }

  static PacketEnd open(Line line, long seed, Path folder) throws Exception {
    PacketLine opened = PacketLine.open(line, seed);
    try {
      String address = opened.address().getHostAddress();
      return new PacketEnd(opened, LineKind.localhostAt(address, folder));
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public String relayHost() {
    return EVERYWHERE;
  }

  /// It leads to this machine, whatever the port.
  @Override
  public void leadTo(int relayPort) {}

  @Override
  public void become(Line other, long seed) {
    line.become(other, seed);
  }

  @Override
  public Child jvm(List<String> options, Class<?> main, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(options);
    all.add(localhost);
    return line.beyond().within(() -> Child.jvm(all, main, arguments));
  }

  @Override
  public Chromium browser() throws Exception {
    return line.browser();
  }

  @Override
  public Traffic traffic() {
    return new Traffic(line.toRelay().carriedBytes(), line.fromRelay().carriedBytes());
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
