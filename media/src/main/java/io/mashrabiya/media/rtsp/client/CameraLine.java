package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The bytes between a client and a camera, however the camera's URL says that they are carried:
/// over one TCP connection, inside TLS, or through two HTTP connections.
///
/// Owned by the thread that plays the camera, but for [#hangUp], which any thread may call.
final class CameraLine implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CameraLine.class.getName());

  private final RtspAddress address;
  private final RtspSettings settings;
  private final CaptureClock clock;
  private final List<Socket> sockets = new ArrayList<>(); // guarded by itself
  private boolean hungUp; // guarded by sockets

  /// What has been connected: where bytes come from and go to.
  ///
  /// @param encoding what is done to each message before it is written
  record Ends(
      DeadlineStream input,
      DeadlineOutput output,
      UnaryOperator<byte[]> encoding,
      InetAddress peer) {
    void write(byte[] message) throws IOException {
      output.write(encoding.apply(message));
    }
  }

  CameraLine(RtspAddress address, RtspSettings settings, CaptureClock clock) {
    this.address = address;
    this.settings = settings;
    this.clock = clock;
  }

  /// Connects.
  ///
  /// @throws PlayEnded when that fails, with words for a person
  Ends connect() throws PlayEnded, IOException {
    return switch (address.carriage()) {
      case ANY, TCP, UDP -> plain(dial());
      case TLS -> ends(TlsHandshake.over(dial(), address, settings));
      case HTTP -> HttpTunnel.through(plain(dial()), () -> plain(dial()), address, clock, settings);
    };
  }

  private Ends plain(Socket socket) throws IOException {
    return ends(socket);
  }

  private Ends ends(Socket socket) throws IOException {
    return new Ends(
        new DeadlineStream(socket, clock),
        new DeadlineOutput(socket, settings.reply()),
        UnaryOperator.identity(),
        socket.getInetAddress());
  }

  private Socket dial() throws PlayEnded {
    Socket socket = new Socket();
    try {
      keep(socket);
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(address.host(), address.port()),
          (int) settings.connect().toMillis());
      return socket;
    } catch (UnknownHostException e) {
      throw new PlayEnded(new RtspOutcome.Unreachable("unknown host"));
    } catch (SocketTimeoutException e) {
      throw new PlayEnded(new RtspOutcome.Unreachable("no answer"));
    } catch (IOException e) {
      throw new PlayEnded(new RtspOutcome.Unreachable(reason(e)));
    }
  }

  private void keep(Socket socket) throws IOException {
    synchronized (sockets) {
      sockets.add(socket);
      if (hungUp) {
        socket.close();
      }
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "no route" : Printable.of(e.getMessage());
  }

  /// Wakes whoever reads, who can then say goodbye and close; what is not connected yet never will
  /// be.
  void hangUp() {
    synchronized (sockets) {
      hungUp = true;
      for (Socket socket : sockets) {
        quietly(() -> {
          if (socket.isConnected()) {
            socket.shutdownInput();
          } else {
            socket.close();
          }
        });
      }
    }
  }

  @Override
  public void close() {
    synchronized (sockets) {
      sockets.forEach(socket -> quietly(socket::close));
    }
  }

  private interface Closing {
    void run() throws IOException;
  }

  private static void quietly(Closing closing) {
    try {
      closing.run();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "it is closed already");
    }
  }
}
