package io.mashrabiya.media.onvif.discovery;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Looks for cameras by WS-Discovery: asks everybody on each IPv4 network of this machine, or
/// single addresses, and collects who answers.
///
/// Bounded in time, cameras, datagrams and their size, whoever answers and whatever. Not
/// guaranteed: that those who answer are cameras, or that one camera does not answer in the name of
/// another.
public final class Discovery {
  private static final System.Logger LOG = System.getLogger(Discovery.class.getName());
  private static final InetSocketAddress EVERYBODY =
      new InetSocketAddress(InetAddress.ofLiteral("239.255.255.250"), DiscoverySettings.PORT);
  private static final int MOST_NETWORKS = 32;

  private Discovery() {}

  /// What a search came to.
  ///
  /// @param cameras one for each endpoint, by address
  /// @param networks how many networks or single addresses could be asked
  public record Search(List<DiscoveredCamera> cameras, int networks) {
    public Search {
      cameras =
          cameras.stream()
              .sorted(Comparator.comparing(camera -> camera.address().reached().toString()))
              .toList();
    }
  }

  /// Searches; returns when the time is over or enough cameras were found.
  public static Search search(DiscoverySettings settings) throws InterruptedException {
    Matches matches = new Matches(settings.enough());
    List<ProbeSocket> sockets = settings.alone().isEmpty() ? everywhere() : alone(settings.alone());
    CountDownLatch ended = new CountDownLatch(sockets.size());
    try {
      for (ProbeSocket socket : sockets) {
        Thread.ofVirtual()
            .name("onvif-probe")
            .start(() -> {
              socket.ask(settings.patience(), matches);
              ended.countDown();
            });
      }
      boolean all = ended.await(settings.patience().toMillis() + 1_000, TimeUnit.MILLISECONDS);
      LOG.log(System.Logger.Level.DEBUG, "search over, every network done: {0}", all);
    } finally {
      sockets.forEach(ProbeSocket::close);
    }
    return new Search(matches.cameras(), sockets.size());
  }

  private static List<ProbeSocket> alone(List<InetSocketAddress> addresses) {
    List<ProbeSocket> sockets = new ArrayList<>();
    for (InetSocketAddress address : addresses) {
      try {
        sockets.add(ProbeSocket.to(address));
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "an address cannot be asked", e);
      }
    }
    return sockets;
  }

  private static List<ProbeSocket> everywhere() {
    List<ProbeSocket> sockets = new ArrayList<>();
    for (NetworkInterface network : networks()) {
      for (InetAddress own : network.inetAddresses().toList()) {
        if (own instanceof Inet4Address && sockets.size() < MOST_NETWORKS) {
          try {
            sockets.add(ProbeSocket.to(EVERYBODY, network, own));
          } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a network cannot be asked", e);
          }
        }
      }
    }
    return sockets;
  }

  private static List<NetworkInterface> networks() {
    try {
      return NetworkInterface.networkInterfaces().filter(Discovery::isAsked).toList();
    } catch (SocketException e) {
      LOG.log(System.Logger.Level.DEBUG, "this machine does not list its networks", e);
      return List.of();
    }
  }

  private static boolean isAsked(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback() && network.supportsMulticast();
    } catch (SocketException e) {
      return false; // it went away in this moment
    }
  }
}
