package io.mashrabiya.bench.firstframe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// A path of known length between one client and one server of this machine: each byte arrives so
/// much later, the handshake of TCP included. It also notes when a landmark left the server.
///
/// What it does not do: lose anything, or begin slowly as TCP does on a real path. A thread reads
/// and a thread writes in each direction.
final class DelayedPath implements AutoCloseable {
  private static final int PIECE_BYTES = 64 * 1024;
  private static final int MOST_PIECES = 1_000;

  private final ServerSocket door;
  private final int serverPort;
  private final long oneWayNanos;
  private final Landmark landmark;
  private final List<Long> departures = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /// Bytes on their way; none of them at the end.
  private record Piece(byte[] bytes, long dueNanos) {}

  private DelayedPath(ServerSocket door, int serverPort, Duration oneWay, Landmark landmark) {
    this.door = door;
    this.serverPort = serverPort;
    this.oneWayNanos = oneWay.toNanos();
    this.landmark = landmark;
  }

  static DelayedPath to(int serverPort, Duration oneWay, Landmark landmark) throws IOException {
    var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    var path = new DelayedPath(door, serverPort, oneWay, landmark);
    start(path::open);
    return path;
  }

  /// Where the client connects to.
  int port() {
    return door.getLocalPort();
  }

  /// When the landmark left the server, each time, by [System#nanoTime()].
  List<Long> departures() {
    return List.copyOf(departures);
  }

  private void open() throws IOException {
    Socket client = keep(door.accept());
    // What the client says first waits for the answer to its SYN.
    long handshakeEnds = System.nanoTime() + 2 * oneWayNanos;
    Socket server = keep(new Socket(InetAddress.getLoopbackAddress(), serverPort));
    carry(client, server, handshakeEnds, (piece, leftNanos) -> {});
    carry(server, client, handshakeEnds, this::note);
  }

  private Socket keep(Socket socket) throws IOException {
    sockets.add(socket);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private void note(byte[] piece, long leftNanos) {
    for (int passes = landmark.passes(piece, piece.length); passes > 0; passes--) {
      departures.add(leftNanos);
    }
  }

  private interface Witness {
    void saw(byte[] piece, long leftNanos);
  }

  private void carry(Socket from, Socket to, long earliestNanos, Witness witness) {
    BlockingQueue<Piece> underWay = new ArrayBlockingQueue<>(MOST_PIECES);
    start(() -> take(from, underWay, earliestNanos, witness));
    start(() -> bring(underWay, to));
  }

  private void take(Socket from, BlockingQueue<Piece> underWay, long earliestNanos, Witness witness)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[PIECE_BYTES];
    int length = 0;
    while (length >= 0) {
      length = from.getInputStream().read(buffer);
      byte[] piece = Arrays.copyOf(buffer, Math.max(length, 0));
      long leftNanos = Math.max(System.nanoTime(), earliestNanos);
      witness.saw(piece, leftNanos);
      underWay.put(new Piece(piece, leftNanos + oneWayNanos));
    }
  }

  private static void bring(BlockingQueue<Piece> underWay, Socket to)
      throws IOException, InterruptedException {
    for (Piece piece = underWay.take(); piece.bytes().length > 0; piece = underWay.take()) {
      for (long rest = piece.dueNanos() - System.nanoTime(); rest > 0; ) {
        LockSupport.parkNanos(rest);
        rest = piece.dueNanos() - System.nanoTime();
      }
      to.getOutputStream().write(piece.bytes());
    }
    to.shutdownOutput();
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void start(Work work) {
    Thread.ofPlatform()
        .daemon()
        .name("delayed-path")
        .start(() -> {
          try {
            work.run();
          } catch (IOException e) {
            return; // one of the ends has gone
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
