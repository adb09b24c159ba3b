package io.mashrabiya.media.onvif.virtual;

import io.mashrabiya.media.onvif.discovery.DiscoverySettings;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.util.Arrays;
import java.util.Optional;

/// Waits for probes on a UDP port and answers them, on a thread of its own. On WS-Discovery's own
/// port it hears those to everybody, too.
///
/// It answers from the address of its services, because who asks believes an address only of
/// itself: a device of the loopback network is thus found on its own machine, and from nowhere
/// else.
final class ProbeResponder implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ProbeResponder.class.getName());
  private static final String EVERYBODY = "239.255.255.250";
  private static final int MOST_BYTES = 65_507;

  private final MulticastSocket socket;
  private final DatagramSocket from;
  private final ProbeAnswer answer;

  private ProbeResponder(MulticastSocket socket, DatagramSocket from, ProbeAnswer answer) {
    this.socket = socket;
    this.from = from;
    this.answer = answer;
  }

  /// @param services where the device's services are
  static ProbeResponder start(InetSocketAddress listen, InetAddress services, ProbeAnswer answer)
      throws IOException {
    MulticastSocket socket = new MulticastSocket(listen);
    DatagramSocket from = socket;
    try {
      if (!services.isAnyLocalAddress() && listen.getAddress().isAnyLocalAddress()) {
        from = new DatagramSocket(new InetSocketAddress(services, 0));
      }
      if (listen.getPort() == DiscoverySettings.PORT) {
        joinAll(socket);
      }
    } catch (IOException e) {
      socket.close();
      from.close();
      throw e;
    }
    ProbeResponder responder = new ProbeResponder(socket, from, answer);
    Thread.ofVirtual().name("onvif-probes").start(responder::answerAll);
    return responder;
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  @Override
  public void close() {
    socket.close();
    from.close();
  }

  private static void joinAll(MulticastSocket socket) throws IOException {
    InetSocketAddress group = new InetSocketAddress(InetAddress.ofLiteral(EVERYBODY), 0);
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      if (network.isUp() && network.supportsMulticast()) {
        try {
          socket.joinGroup(group, network);
        } catch (IOException e) {
          LOG.log(System.Logger.Level.DEBUG, "a network cannot be listened to", e);
        }
      }
    }
  }

  private void answerAll() {
    DatagramPacket packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
    while (!socket.isClosed()) {
      try {
        packet.setLength(MOST_BYTES);
        socket.receive(packet);
        Optional<byte[]> matches = answer.to(Arrays.copyOf(packet.getData(), packet.getLength()));
        if (matches.isPresent()) {
          byte[] bytes = matches.get();
          from.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "a probe was not answered", e);
      }
    }
  }
}
