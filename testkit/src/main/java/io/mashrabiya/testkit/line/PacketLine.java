package io.mashrabiya.testkit.line;

import io.mashrabiya.network.shape.Line;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.Needed;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A line of real packets between this machine, where the relay is, and a network beyond, in which
/// whoever is at the line's end runs: TCP on both sides is the kernel's own, and sends again what
/// is lost.
///
/// Nothing of it outlives the process: devices and network are held by open files.
public final class PacketLine implements AutoCloseable {
  private static final int LINES = 1 << 14;
  private static final int ADDRESSES_EACH = 4;
  private static final int BYTE = 256;

  private final NetworkNamespace beyond;
  private final Tun near;
  private final Tun far;
  private final InetAddress nearAddress;
  private final Trouble trouble = new Trouble();
  private final Direction toRelay;
  private final Direction fromRelay;

  /// What became of the packets of one direction so far.
  ///
  /// @param dropped because the queue was full
  public record Count(long carried, long lost, long dropped) {}

  private PacketLine(Line line, long seed, NetworkNamespace beyond, Tun near, Tun far)
      throws Exception {
    this.beyond = beyond;
    this.near = near;
    this.far = far;
    // Devices of this machine have names of their own, and so these addresses are nobody else's.
    int first = ADDRESSES_EACH * (Integer.parseInt(near.name().replaceAll("\\D", "")) % LINES);
    String here = address(first + 1);
    String there = address(first + 2);
    this.nearAddress = InetAddress.ofLiteral(here);
    setUp(near.name(), here, there);
    beyond.within(() -> {
      ip("link", "set", "lo", "up");
      return setUp(far.name(), there, here);
    });
    long begun = System.nanoTime();
    this.toRelay = Direction.start(far, near, line.shapeToRelay(seed), trouble, begun);
    this.fromRelay = Direction.start(near, far, line.shapeFromRelay(seed), trouble, begun);
  }

  /// Opens it; skips or fails the test that calls where that is not possible (see [Needed]).
  ///
  /// @param seed of all that is drawn; the packets themselves come when the kernel sends them, so
  ///   that no two runs are alike
  public static PacketLine open(Line line, long seed) throws Exception {
    Needed.program("sudo apt-get install iproute2", "ip");
    Needed.that(
        isAllowed(), "the right to make TUN devices and network namespaces", "running it as root");
    NetworkNamespace beyond = NetworkNamespace.open();
    Tun near = Tun.open();
    return new PacketLine(line, seed, beyond, near, beyond.within(Tun::open));
  }

  /// Whether this machine lets us: Linux, with the rights of root and TUN devices.
  public static boolean isAllowed() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return false;
    }
    try (NetworkNamespace trial = NetworkNamespace.open()) {
      trial.within(Tun::open).close();
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  /// The network at the end of the line.
  public NetworkNamespace beyond() {
    return beyond;
  }

  /// By which this machine is reached from beyond.
  public InetAddress address() {
    return nearAddress;
  }

  /// A browser beyond, to which `localhost` is this machine, so that pages from here may use what
  /// only secure ones may. For the calling thread, as each [Chromium].
  public Chromium browser() throws Exception {
    String rule = "MAP localhost " + nearAddress.getHostAddress();
    return beyond.within(() -> Chromium.open("--host-resolver-rules=" + rule));
  }

  /// From now on nothing passes, and nobody is told.
  public void breaks() {
    trouble.setBroken(true);
  }

  /// Packets pass again.
  public void mends() {
    trouble.setBroken(false);
  }

  /// Every TCP connection that there was until now is dead, though neither end is told: as where
  /// the device came to another network. New ones are as good as ever.
  public void forgets() {
    trouble.forget();
  }

  public Count toRelay() {
    return toRelay.count();
  }

  public Count fromRelay() {
    return fromRelay.count();
  }

  private static String address(int number) {
    return "10.98." + number / BYTE + "." + number % BYTE;
  }

  private static Void setUp(String device, String own, String other)
      throws IOException, InterruptedException {
    ip("addr", "add", own, "peer", other, "dev", device);
    // without an IPv6 address, which would greet its neighbours on the line
    ip("link", "set", device, "addrgenmode", "none", "up");
    return null;
  }

  private static void ip(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + said.strip());
    }
  }

  @Override
  public void close() throws IOException {
    toRelay.end();
    fromRelay.end();
    near.close();
    far.close();
    beyond.close();
  }
}
