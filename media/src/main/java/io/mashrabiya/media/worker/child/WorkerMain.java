package io.mashrabiya.media.worker.child;

import io.mashrabiya.media.ffmpeg.Natives;
import io.mashrabiya.media.worker.message.Answer;
import io.mashrabiya.media.worker.message.Order;
import io.mashrabiya.media.worker.message.Pipe;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/// A worker process: takes orders from its standard input, one after the other, until that closes.
///
/// Guarantee: it ends as soon as its input does, even in the middle of a picture, so that it never
/// outlives a home that is killed. Of its two threads one only listens, therefore.
public final class WorkerMain {
  private static final int BUFFER_BYTES = 64 << 10;

  private WorkerMain() {}

  public static void main(String[] arguments) {
    run(() -> {
      Natives.load();
      return new Workshop()::work;
    });
  }

  /// What does the orders.
  interface Work {
    Answer work(Order order);
  }

  /// Serves the standard input until it closes; never returns.
  ///
  /// @param workshop makes what does the work, in the thread in which it will
  static void run(Supplier<Work> workshop) {
    Pipe home =
        new Pipe(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER_BYTES),
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES));
    BlockingQueue<Order> orders = new ArrayBlockingQueue<>(1);
    Thread.ofPlatform().name("listen").start(() -> listen(home, orders));
    work(home, orders, workshop);
  }

  private static void listen(Pipe home, BlockingQueue<Order> orders) {
    try {
      while (orders.offer(Order.parse(home.read()))) {
        // one order at a time is the protocol; a home that sends more is no home
      }
    } catch (IOException e) {
      return; // the home has gone, or wants no worker any more, or says nonsense
    } finally {
      end();
    }
  }

  private static void work(Pipe home, BlockingQueue<Order> orders, Supplier<Work> workshop) {
    try {
      Work work = workshop.get();
      home.write(new Answer.Ready(0).body());
      while (true) {
        home.write(work.work(orders.take()).body());
      }
    } catch (LinkageError e) {
      complain(home, e);
    } catch (IOException | InterruptedException e) {
      return; // nobody listens any more
    } finally {
      end();
    }
  }

  private static void complain(Pipe home, LinkageError e) {
    try {
      home.write(new Answer.Unable(0, String.valueOf(e.getMessage())).body());
    } catch (IOException gone) {
      return; // as before
    }
  }

  /// At once: a decoder that hangs would keep the process else.
  private static void end() {
    Runtime.getRuntime().halt(0);
  }
}
