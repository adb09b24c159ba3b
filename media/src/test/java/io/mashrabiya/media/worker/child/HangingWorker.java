package io.mashrabiya.media.worker.child;

import io.mashrabiya.media.worker.message.Answer;
import io.mashrabiya.media.worker.message.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The real worker with a decoder that never comes back. Its picture is the name of a file, which
/// it makes first.
public final class HangingWorker {
  private HangingWorker() {}

  public static void main(String[] arguments) {
    WorkerMain.run(() -> HangingWorker::hang);
  }

  private static Answer hang(Order order) {
    byte[] name = ((Order.MakeStill) order).still().keyFrame();
    try {
      Files.createFile(Path.of(new String(name, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (true) {
      Thread.onSpinWait();
    }
  }
}
