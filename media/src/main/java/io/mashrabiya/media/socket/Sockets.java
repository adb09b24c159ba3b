package io.mashrabiya.media.socket;

import io.mashrabiya.media.CaptureClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The connections of one client to its camera, which any thread may end.
///
/// Owned by the thread that dials and reads, but for [#hangUp].
public final class Sockets implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Sockets.class.getName());

  private final CaptureClock clock;
  private final Duration patience;
  private final List<Socket> sockets = new ArrayList<>(); // guarded by itself
  private boolean hungUp; // guarded by sockets

  /// @param clock measures how long reading takes
  /// @param patience how long one write may take
  public Sockets(CaptureClock clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
  }

  /// Connects, within this time.
  ///
  /// @throws DialFailed if that cannot be
  public DeadlineSocket dial(String host, int port, Duration within) throws DialFailed {
    DeadlineSocket socket = new DeadlineSocket(clock, patience);
    try {
      keep(socket);
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(host, port), (int) within.toMillis());
      return socket;
    } catch (UnknownHostException e) {
      throw new DialFailed("unknown host");
    } catch (SocketTimeoutException e) {
      throw new DialFailed("no answer");
    } catch (IOException e) {
      throw new DialFailed(e.getMessage() == null ? "no route" : Printable.of(e.getMessage()));
    }
  }

  private void keep(Socket socket) throws IOException {
    synchronized (sockets) {
      sockets.removeIf(Socket::isClosed);
      sockets.add(socket);
      if (hungUp) {
        socket.close();
      }
    }
  }

  /// Wakes whoever reads, who can then say goodbye and close; what is not connected yet never will
  /// be.
  public void hangUp() {
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
