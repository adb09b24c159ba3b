package io.mashrabiya.bench.line;

import io.mashrabiya.bench.process.Programs;
import io.mashrabiya.network.shape.Line;
import io.mashrabiya.testkit.line.PacketLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How a line is made.
public enum LineKind {
  /// Of packets of IP, with the kernel's own TCP over them.
  PACKETS,

  /// By a proxy of TCP connections: nothing is lost, and congestion control sees none of it.
  PROXY;

  private static final Path CONGESTION = Path.of("/proc/sys/net/ipv4/tcp_congestion_control");

  /// The truest that this machine and our rights on it allow.
  public static LineKind ofThisMachine() {
    return Programs.find("ip").isPresent() && PacketLine.isAllowed() ? PACKETS : PROXY;
  }

  /// Opens one.
  ///
  /// @param seed of all that is drawn
  /// @param folder for a file of its own
  public FarEnd open(Line line, long seed, Path folder) throws Exception {
    return switch (this) {
      case PACKETS -> PacketEnd.open(line, seed, folder);
      case PROXY -> new ProxyEnd(line, seed, folder);
    };
  }

  /// What whoever reads figures over such a line has to know.
  public String about() throws IOException {
    return switch (this) {
      case PACKETS -> "packets of IP; congestion control: " + Files.readString(CONGESTION).strip();
      case PROXY -> "by proxy: nothing is lost, and congestion control sees none of it";
    };
  }

  /// An option for a JVM to which `localhost` is this address. Its resolver knows no other name.
  static String localhostAt(String address, Path folder) throws IOException {
    Path hosts = folder.resolve("hosts-" + address);
    Files.writeString(hosts, address + " localhost\n");
    return "-Djdk.net.hosts.file=" + hosts;
  }
}
