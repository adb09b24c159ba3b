package io.mashrabiya.media.socket;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.CaptureClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The connections of one client to its camera, which any thread may end.
///
/// Owned by the thread that dials and reads, but for [#hangUp].
public final class Sockets implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Sockets.class.getName());
  private static final int MOST_ADDRESSES = 4;

  private final CaptureClock clock;
  private final Duration patience;
  private final Names names;
  private final List<Socket> sockets = new ArrayList<>(); // guarded by itself
  private boolean hungUp; // guarded by sockets

  /// @param clock measures how long reading takes
  /// @param patience how long one write may take
  public Sockets(CaptureClock clock, Duration patience) {
    this(clock, patience, new Names(InetAddress::getAllByName));
  }

  Sockets(CaptureClock clock, Duration patience, Names names) {
    this.clock = clock;
    this.patience = patience;
    this.names = names;
  }

  /// Connects, within this time for all of it: the look-up of the host's name, and its first four
  /// addresses in turn, each of which may take an equal part of what is left.
  ///
  /// @throws DialFailed if that cannot be, for the reason of the last address
  public DeadlineSocket dial(String host, int port, Duration within) throws DialFailed {
    long deadlineNanos = System.nanoTime() + within.toNanos();
    List<InetAddress> addresses =
        Arrays.stream(names.addressesOf(host, within)).limit(MOST_ADDRESSES).toList();
    DialFailed reason = new DialFailed(say("unknown host"));
    for (int tried = 0; tried < addresses.size(); tried++) {
      long leftNanos = deadlineNanos - System.nanoTime();
      Duration each = Duration.ofNanos(leftNanos).dividedBy(addresses.size() - tried);
      try {
        return connected(new InetSocketAddress(addresses.get(tried), port), each);
      } catch (SocketTimeoutException e) {
        reason = new DialFailed(say("no answer"));
      } catch (IOException e) {
        reason =
            new DialFailed(
                e.getMessage() == null ? say("no route") : quoted(Printable.of(e.getMessage())));
      }
    }
    throw reason;
  }

  private DeadlineSocket connected(InetSocketAddress address, Duration within) throws IOException {
    DeadlineSocket socket = new DeadlineSocket(clock, patience);
    try {
      keep(socket);
      socket.setTcpNoDelay(true);
      socket.connect(address, (int) Math.max(1, within.toMillis()));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
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
    names.giveUp();
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
