package io.mashrabiya.network.proxy;

import io.mashrabiya.network.shape.Line;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

/// A bad line before a server of this machine, as far as a proxy can be one: every connection on
/// the loopback address is carried on, as slowly and as late as the line is, and stands still where
/// it would.
///
/// What it is not: nothing is ever lost (docs/ref/network.md), and both ends' TCP sees a good line,
/// so that congestion control does not take part. Sockets hold back some 30 KiB before the line.
public final class LineProxy implements AutoCloseable {
  private static final int RECEIVE_BUFFER_BYTES = 16 << 10;
  private static final int BACKLOG = 50;
  private static final int OPENING_BYTES = 100;
  private static final byte[] NOTHING = {};

  private final ServerSocket door;
  private final Predicate<String> isBeside;
  private final SharedLine toServer;
  private final SharedLine fromServer;
  private final ExecutorService conversations = Executors.newVirtualThreadPerTaskExecutor();

  private LineProxy(ServerSocket door, Line line, long seed, Predicate<String> isBeside) {
    this.door = door;
    this.isBeside = isBeside;
    this.toServer = new SharedLine(line.shapeToRelay(seed), withoutJitter(line));
    this.fromServer = new SharedLine(line.shapeFromRelay(seed), withoutJitter(line));
  }

  private static Duration withoutJitter(Line line) {
    return line.toRelay().delay().plus(line.fromRelay().delay());
  }

  /// Listens on the loopback address, and lets everybody wait.
  ///
  /// @param port 0: any that is free
  /// @param seed of all that is drawn
  /// @param isBeside whether a connection goes beside the line, at once and whole; asked with the
  ///   first bytes that its client sends, as ISO 8859-1
  /// @throws IOException the port cannot be listened on
  public static LineProxy listen(int port, Line line, long seed, Predicate<String> isBeside)
      throws IOException {
    return listen(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), line, seed, isBeside);
  }

  /// The same on any address of this machine, so that each of several lines may have its own.
  public static LineProxy listen(
      InetSocketAddress address, Line line, long seed, Predicate<String> isBeside)
      throws IOException {
    var door = new ServerSocket();
    try {
      door.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
      door.bind(address, BACKLOG);
      return new LineProxy(door, line, seed, isBeside);
    } catch (IOException e) {
      door.close();
      throw e;
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /// Is another line from now on, also to those who are connected.
  public void become(Line line, long seed) {
    toServer.become(line.shapeToRelay(seed), withoutJitter(line));
    fromServer.become(line.shapeFromRelay(seed), withoutJitter(line));
  }

  /// How many bytes the line has carried to the server so far, headers counted.
  public long bytesToServer() {
    return toServer.carriedBytes();
  }

  /// The same from the server.
  public long bytesFromServer() {
    return fromServer.carriedBytes();
  }

  /// From now on carries everybody to and from the server at this port of the loopback address.
  public void leadTo(int serverPort) {
    conversations.execute(() -> {
      try {
        while (true) {
          begin(door.accept(), serverPort);
        }
      } catch (IOException e) {
        return; // it is closed
      }
    });
  }

  private void begin(Socket client, int serverPort) throws IOException {
    try {
      conversations.execute(() -> converse(client, serverPort));
    } catch (RejectedExecutionException closed) {
      client.close();
    }
  }

  private void converse(Socket client, int serverPort) {
    try (client;
        Socket server = connect(serverPort)) {
      client.setTcpNoDelay(true);
      byte[] opening = opening(client.getInputStream());
      if (isBeside.test(new String(opening, StandardCharsets.ISO_8859_1))) {
        carry(
            new Flow(opening, client, server, Carrier.AT_ONCE),
            new Flow(NOTHING, server, client, Carrier.AT_ONCE));
      } else {
        shakeHands();
        carry(
            new Flow(opening, client, server, toServer),
            new Flow(NOTHING, server, client, fromServer));
      }
    } catch (IOException e) {
      return; // one of the ends has gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Socket connect(int port) throws IOException {
    var server = new Socket();
    server.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
    server.setTcpNoDelay(true);
    server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return server;
  }

  /// The first bytes that come.
  private static byte[] opening(InputStream saying) throws IOException {
    byte[] first = new byte[OPENING_BYTES];
    return Arrays.copyOf(first, Math.max(0, saying.read(first)));
  }

  /// What a client says first waits for the answer to its SYN.
  private void shakeHands() throws InterruptedException {
    Carrier.await(toServer.carry(0));
    Carrier.await(fromServer.carry(0));
  }

  /// Both ways until both have ended; when one fails, so does the other.
  private static void carry(Flow there, Flow back) throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var parts = new ExecutorCompletionService<Void>(threads);
      List<Callable<Void>> all = List.of(there::take, there::bring, back::take, back::bring);
      all.forEach(parts::submit);
      try {
        for (int ended = 0; ended < all.size(); ended++) {
          parts.take().get();
        }
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      } finally {
        threads.shutdownNow();
      }
    }
  }

  /// Ends it, and every connection.
  @Override
  public void close() {
    conversations.shutdownNow();
    try {
      door.close();
    } catch (IOException e) {
      throw new IllegalStateException("the line's door does not close", e);
    }
    conversations.close();
  }
}
