package io.mashrabiya.media.onvif.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Asks on one network, or one address, and takes the answers. Used by one thread; [#close] may be
/// called from any.
final class ProbeSocket implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ProbeSocket.class.getName());
  private static final int MOST_BYTES = 65_507;
  private static final int MOST_DATAGRAMS = 4_096;

  /// UDP loses datagrams, Wi-Fi more of those to everybody: everything is asked twice.
  private static final Duration ASKED_AGAIN_AFTER = Duration.ofMillis(400);

  private final DatagramSocket socket;
  private final InetSocketAddress to;
  private final List<ProbeMessage> probes = ProbeMessage.all();

  private ProbeSocket(DatagramSocket socket, InetSocketAddress to) {
    this.socket = socket;
    this.to = to;
  }

  /// To one address.
  static ProbeSocket to(InetSocketAddress address) throws IOException {
    return new ProbeSocket(new DatagramSocket(), address);
  }

  /// To everybody of one network.
  ///
  /// @param own this machine's address in it
  static ProbeSocket to(InetSocketAddress everybody, NetworkInterface network, InetAddress own)
      throws IOException {
    DatagramSocket socket = new DatagramSocket(new InetSocketAddress(own, 0));
    try {
      socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
      return new ProbeSocket(socket, everybody);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// Asks, and collects until the time is over or there are enough.
  void ask(Duration patience, Matches matches) {
    long begin = System.nanoTime();
    try {
      send();
      collect(begin, least(ASKED_AGAIN_AFTER, patience), matches);
      if (!matches.isEnough()) {
        send();
        collect(begin, patience, matches);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a network was given up", e);
    }
  }

  @Override
  public void close() {
    socket.close();
  }

  private void send() throws IOException {
    for (ProbeMessage probe : probes) {
      byte[] bytes = probe.write();
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    }
  }

  private void collect(long begin, Duration until, Matches matches) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
    for (int i = 0; i < MOST_DATAGRAMS && !matches.isEnough(); i++) {
      long left = until.toMillis() - (System.nanoTime() - begin) / 1_000_000;
      if (left < 1) {
        return;
      }
      socket.setSoTimeout((int) left);
      packet.setLength(MOST_BYTES);
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        return;
      }
      byte[] datagram = Arrays.copyOf(packet.getData(), packet.getLength());
      matches.add(MatchReader.read(datagram, packet.getAddress(), probes));
    }
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
