package io.mashrabiya.media.worker;

import io.mashrabiya.media.worker.message.Answer;
import io.mashrabiya.media.worker.message.Order;
import io.mashrabiya.media.worker.message.Pipe;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Workers that do what no worker should once a picture reaches them. What a picture asks for is
/// its first byte; those that ask for nothing are answered at once: stills that they do not decode,
/// frames of a stream with themselves.
final class BadWorker {
  /// What a picture can make of it.
  enum Deed {
    BEHAVE,
    HANG,
    WRITE_GARBAGE,
    WRITE_ENDLESSLY,
    ANSWER_FOR_ANOTHER,
    ANSWER_TWICE,
    CLAIM_MUCH,
    EXIT,
    EAT_MEMORY,
    COMPLAIN_ENDLESSLY,
    /// Answers with a fault in more words and lines than anybody wants in a log.
    ANSWER_AT_LENGTH,
    /// Answers, and takes nothing more.
    STOP_READING;

    byte[] picture() {
      return new byte[] {(byte) List.of(values()).indexOf(this)};
    }

    /// The same, of a worker that makes this file before it begins.
    byte[] picture(Path begun) {
      byte[] name = begun.toString().getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.allocate(1 + name.length).put(picture()).put(name).array();
    }
  }

  private static final OutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private BadWorker() {}

  public static void main(String[] arguments) throws Exception {
    Pipe home = new Pipe(new BufferedInputStream(new FileInputStream(FileDescriptor.in)), OUT);
    home.write(new Answer.Ready(0).body());
    while (true) {
      switch (Order.parse(home.read())) {
        case Order.MakeStill asked ->
            perform(
                home,
                asked.still().keyFrame(),
                new Answer.NotDone(asked.request(), Answer.Reason.DOES_NOT_DECODE));
        case Order.Feed feed ->
            perform(
                home,
                feed.accessUnit(),
                new Answer.Encoded(
                    feed.request(), feed.captureTimeMicros(), feed.key(), feed.accessUnit()));
        case Order other -> home.write(new Answer.Done(other.request()).body());
      }
    }
  }

  /// @param honest what a worker that behaves answers
  private static void perform(Pipe home, byte[] picture, Answer honest) throws Exception {
    if (picture.length > 1) {
      Files.createFile(Path.of(new String(picture, 1, picture.length - 1, StandardCharsets.UTF_8)));
    }
    switch (Deed.values()[picture[0]]) {
      case BEHAVE -> home.write(honest.body());
      case HANG -> new CountDownLatch(1).await();
      case WRITE_GARBAGE -> OUT.write(new byte[] {42, 42, 42, 42, 42, 42, 42});
      case WRITE_ENDLESSLY -> endlessly(OUT);
      case ANSWER_FOR_ANOTHER -> home.write(new Answer.Done(honest.request() + 1).body());
      case ANSWER_TWICE -> {
        home.write(honest.body());
        home.write(honest.body());
      }
      case CLAIM_MUCH -> OUT.write(new byte[] {1, 0x7f, 0, 0, 0});
      case STOP_READING -> {
        home.write(honest.body());
        new CountDownLatch(1).await();
      }
      case EXIT -> Runtime.getRuntime().halt(7);
      case EAT_MEMORY -> eat();
      case ANSWER_AT_LENGTH -> {
        String words = "\n\u001b[31m\u009b31m\u2028not of ours" + "x".repeat(1 << 20);
        home.write(new Answer.Fault(honest.request(), words).body());
      }
      case COMPLAIN_ENDLESSLY -> endlessly(new FileOutputStream(FileDescriptor.err));
    }
  }

  /// Zeroes, over and over.
  private static void endlessly(OutputStream out) throws IOException {
    while (true) {
      out.write(new byte[8_192]);
    }
  }

  private static void eat() {
    List<byte[]> eaten = new ArrayList<>();
    while (true) {
      byte[] bite = new byte[1 << 20];
      for (int i = 0; i < bite.length; i += 4_096) {
        bite[i] = 1;
      }
      if (eaten.size() < 50) {
        eaten.add(bite);
      }
    }
  }
}
