package io.mashrabiya.testkit.line;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A network of its own within this machine (`network_namespaces(7)`): devices, addresses and ports
/// apart from all others. It is held by an open file alone, and so goes with the process, however
/// that ends.
public final class NetworkNamespace implements AutoCloseable {
  private static final String OWN = "/proc/thread-self/ns/net";

  private final int file;

  /// What is to be done in a network.
  @FunctionalInterface
  public interface Deed<T, E extends Exception> {
    T done() throws E;
  }

  private NetworkNamespace(int file) {
    this.file = file;
  }

  /// An empty one, in which not even the loopback device is up.
  public static NetworkNamespace open() throws IOException {
    // a thread that goes nowhere else: what it opens of itself is the new network
    var opening =
        new FutureTask<>(() -> {
          Linux.unshare();
          return new NetworkNamespace(Linux.open(OWN, Linux.O_RDONLY));
        });
    Thread.ofPlatform().name("network-namespace").start(opening);
    try {
      return opening.get();
    } catch (ExecutionException e) {
      throw new IOException("no network namespace can be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Does it on the calling thread, which is in this network meanwhile. Sockets that it opens and
  /// processes that it starts stay there, whoever uses them afterwards.
  ///
  /// @throws IllegalStateException on a virtual thread, which has no network of its own
  public <T, E extends Exception> T within(Deed<T, E> deed) throws IOException, E {
    if (Thread.currentThread().isVirtual()) {
      throw new IllegalStateException("a virtual thread cannot go into another network");
    }
    int before = Linux.open(OWN, Linux.O_RDONLY);
    try {
      Linux.setns(file);
      try {
        return deed.done();
      } finally {
        Linux.setns(before);
      }
    } finally {
      Linux.close(before);
    }
  }

  /// Lets go of it. It goes when nobody is in it any more: no thread, no process, no socket.
  @Override
  public void close() throws IOException {
    Linux.close(file);
  }
}
