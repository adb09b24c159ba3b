package io.mashrabiya.bench.line;

import io.mashrabiya.bench.process.Child;
import io.mashrabiya.network.proxy.LineProxy;
import io.mashrabiya.network.shape.Line;
import io.mashrabiya.testkit.Chromium;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The end of a line that is a proxy: an address of the loopback network of its own, on the relay's
/// port, because relay and devices sign for one origin. Where the machine answers on all such
/// addresses, as Linux and Windows do; elsewhere [#leadTo] fails.
final class ProxyEnd implements FarEnd {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String OTHER_LOOPBACKS = "127.98.0.";
  private static final int OTHERS = 254;
  private static final AtomicInteger TAKEN = new AtomicInteger();

  private final String address = OTHER_LOOPBACKS + (1 + TAKEN.getAndIncrement() % OTHERS);
  private final Line first;
  private final long seed;
  private final String localhost;
  private Optional<LineProxy> proxy = Optional.empty();

  ProxyEnd(Line line, long seed, Path folder) throws IOException {
    this.first = line;
    this.seed = seed;
    this.localhost = LineKind.localhostAt(address, folder);
  }

  @Override
  public String relayHost() {
    return LOOPBACK;
  }

  @Override
  public void leadTo(int relayPort) throws IOException {
    InetSocketAddress door = new InetSocketAddress(InetAddress.ofLiteral(address), relayPort);
    LineProxy opened = LineProxy.listen(door, first, seed, opening -> false);
    opened.leadTo(relayPort);
    proxy = Optional.of(opened);
  }

  @Override
  public void become(Line line, long otherSeed) {
    proxy.orElseThrow().become(line, otherSeed);
  }

  @Override
  public Child jvm(List<String> options, Class<?> main, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(options);
    all.add(localhost);
    return Child.jvm(all, main, arguments);
  }

  @Override
  public Chromium browser() {
    return Chromium.open("--host-resolver-rules=MAP localhost " + address);
  }

  @Override
  public Traffic traffic() {
    return proxy
        .map(one -> new Traffic(one.bytesToServer(), one.bytesFromServer()))
        .orElse(new Traffic(0, 0));
  }

  @Override
  public void close() {
    proxy.ifPresent(LineProxy::close);
  }
}
