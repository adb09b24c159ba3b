package io.mashrabiya.media.rtsp.client;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ports of a camera that sends over UDP, word by word as a test tells it.
final class UdpCamera implements AutoCloseable {
  private static final Pattern CLIENT_PORT = Pattern.compile("client_port=([0-9]+)-([0-9]+)");

  private static final int MOST_TRIES = 50;

  private final DatagramSocket media;
  private final DatagramSocket control;
  private int clientPort;

  UdpCamera() throws IOException {
    DatagramSocket bound = at(0);
    Optional<DatagramSocket> next = next(bound);
    for (int tries = 1; next.isEmpty() && tries < MOST_TRIES; tries++) {
      bound.close();
      bound = at(0);
      next = next(bound);
    }
    media = bound;
    control = next.orElseThrow(() -> new IOException("no two ports are free"));
    control.setSoTimeout((int) Playing.GUARD.toMillis());
  }

  private static DatagramSocket at(int port) throws IOException {
    return new DatagramSocket(port, InetAddress.getLoopbackAddress());
  }

  private static Optional<DatagramSocket> next(DatagramSocket bound) throws IOException {
    try {
      return Optional.of(at(bound.getLocalPort() + 1));
    } catch (BindException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The next packet of control that comes.
  byte[] heard() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[1_500], 1_500);
    control.receive(packet);
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }

  /// What to answer to `SETUP`.
  String setup() {
    return "RTSP/1.0 200 OK\r\nSession: 42;timeout=60\r\nTransport: RTP/AVP;unicast;server_port="
        + media.getLocalPort()
        + "\r\n\r\n";
  }

  /// Reads from a `SETUP` where to send.
  UdpCamera sendingTo(String setup) {
    Matcher ports = CLIENT_PORT.matcher(setup);
    if (!ports.find()) {
      throw new AssertionError("no ports are asked for in " + setup);
    }
    clientPort = Integer.parseInt(ports.group(1));
    if (clientPort % 2 != 0 || Integer.parseInt(ports.group(2)) != clientPort + 1) {
      throw new AssertionError("not two ports as RFC 3550 wants them: " + setup);
    }
    return this;
  }

  /// A key frame that fits one packet.
  void keyFrame(int sequenceNumber) throws IOException {
    byte[] interleaved = ScriptedCamera.keyFrame(0, sequenceNumber);
    send(Arrays.copyOfRange(interleaved, 4, interleaved.length));
  }

  void send(byte[] packet) throws IOException {
    media.send(
        new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), clientPort));
  }

  @Override
  public void close() {
    media.close();
    control.close();
  }
}
