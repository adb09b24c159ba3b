package io.mashrabiya.bench.process;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// What something is made of, to be ended as one: the newest part first.
public final class Parts implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /// Ends it with the others.
  public <T extends AutoCloseable> T hold(T part) {
    open.push(part);
    return part;
  }

  @Override
  public void close() throws IOException {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        throw new IOException("a part does not end", e);
      }
    }
  }
}
