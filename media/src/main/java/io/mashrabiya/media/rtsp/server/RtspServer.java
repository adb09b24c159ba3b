package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Track;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Serves streams over RTSP, with their media on the same TCP connection.
///
/// ```java
/// try (RtspServer server = RtspServer.start(RtspServerSettings.loopback(), clock)) {
///   Mount door = server.mount("/door");
///   door.accept(frame); // and so on
/// }
/// ```
///
/// It listens when [#start] returns, and [#address] says where. One virtual thread accepts, one
/// reads each client, one more sends to each client that plays.
public final class RtspServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RtspServer.class.getName());
  private static final long PAUSE_AFTER_FAILURE_NANOS = 100_000_000;
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ServerSocket listener;
  private final RtspServerSettings settings;
  private final CaptureClock clock;
  private final Mounts mounts = new Mounts();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

  private final Thread acceptor = Thread.ofVirtual().name("rtsp-accept").unstarted(this::acceptAll);

  private RtspServer(ServerSocket listener, RtspServerSettings settings, CaptureClock clock) {
    this.listener = listener;
    this.settings = settings;
    this.clock = clock;
  }

  /// Begins to listen.
  ///
  /// @throws IOException if the address cannot be listened on
  public static RtspServer start(RtspServerSettings settings, CaptureClock clock)
      throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      listener.setReuseAddress(true);
      listener.bind(settings.listen());
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    RtspServer server = new RtspServer(listener, settings, clock);
    server.acceptor.start();
    return server;
  }

  /// Where it listens; never port 0.
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /// Makes room for a stream; it can be described at once, and has pictures once its first key
  /// frame was given to it.
  ///
  /// @param path such as `/door`
  public Mount mount(String path) {
    return mount(path, Track.MAIN);
  }

  /// The same, for a stream with other tracks than pictures as H.264 alone.
  ///
  /// @param tracks its pictures and, where it has any, its sound
  public Mount mount(String path, Track... tracks) {
    return mounts.add(path, List.of(tracks));
  }

  /// How many clients are connected now.
  public int clientCount() {
    return clients.size();
  }

  /// Ends it: no more clients, and those that there are lose their connections. The port is free
  /// when this returns.
  @Override
  public void close() {
    closeQuietly(listener);
    clients.forEach(RtspServer::closeQuietly);
    try {
      acceptor.join(LONGEST_CLOSE); // the system keeps the port while a thread still accepts on it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        admit(listener.accept());
      } catch (IOException e) {
        if (!listener.isClosed()) {
          LOG.log(System.Logger.Level.WARNING, "a client could not be accepted");
          LockSupport.parkNanos(PAUSE_AFTER_FAILURE_NANOS);
        }
      }
    }
  }

  private void admit(Socket client) {
    clients.add(client);
    if (clients.size() > settings.mostClients() || listener.isClosed()) {
      closeQuietly(client);
      clients.remove(client);
      return;
    }
    var session = new ClientSession(client, settings, mounts, clock, RtspServer::random);
    Thread.ofVirtual()
        .name("rtsp-client")
        .start(() -> {
          try {
            session.run();
          } finally {
            clients.remove(client);
          }
        });
  }

  private static void closeQuietly(AutoCloseable closed) {
    try {
      closed.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.DEBUG, "closing failed", e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
