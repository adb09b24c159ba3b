package io.mashrabiya.home.link;

import io.mashrabiya.home.Eventually;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.MediaMessage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One WebSocket of a home, as a scripted relay holds it. It does nothing by itself: not even a
/// ping is answered unless the test does.
final class ScriptedLink {
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final Socket socket;
  private final DataInputStream in;
  private final BlockingQueue<Message> came = new LinkedBlockingQueue<>();

  private record Message(int opcode, byte[] payload) {}

  ScriptedLink(Socket socket, DataInputStream in) {
    this.socket = socket;
    this.in = in;
    Thread.ofVirtual().name("scripted-link").start(this::readAll);
  }

  // ---- the control link ----

  /// Waits for what the home says next.
  HomeSays hears() throws Exception {
    return HomeSays.parse(new String(expect(TEXT), StandardCharsets.UTF_8));
  }

  void says(HomeHears message) throws IOException {
    says(message.text());
  }

  void says(String text) throws IOException {
    send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  // ---- the media link ----

  /// Waits for the home's next frame, or its ticket.
  MediaMessage takes() throws InterruptedException, Malformed {
    return MediaMessage.parse(expect(BINARY));
  }

  void acknowledges(long frames) throws IOException {
    send(BINARY, new MediaMessage.Acknowledgement(frames).bytes());
  }

  // ---- any link ----

  /// Waits until the home asks for a sign of life.
  void isPinged() throws InterruptedException {
    expect(PING);
  }

  void pongs() throws IOException {
    send(PONG, new byte[0]);
  }

  /// Waits for the end of the link, which nothing may come before.
  void isEnded() throws InterruptedException {
    expect(CLOSE);
  }

  /// Whether nothing came that the test has not taken.
  boolean hasNothing() {
    return came.isEmpty();
  }

  /// Cuts the line without a word.
  void hangsUp() {
    closeQuietly(socket);
  }

  private byte[] expect(int opcode) throws InterruptedException {
    Message message = came.poll(Eventually.GUARD.toSeconds(), TimeUnit.SECONDS);
    if (message == null || message.opcode() != opcode) {
      throw new AssertionError(
          "not what was expected: "
              + (message == null
                  ? "nothing"
                  : message.opcode()
                      + " "
                      + new String(message.payload(), StandardCharsets.UTF_8)));
    }
    return message.payload();
  }

  private void send(int opcode, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(0x80 | opcode);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else {
      frame.write(126); // nothing that a relay says to a home is longer than 65,535 bytes here
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    }
    frame.writeBytes(payload);
    socket.getOutputStream().write(frame.toByteArray());
  }

  private void readAll() {
    try {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      int begun = TEXT;
      while (true) {
        int first = in.readUnsignedByte();
        int opcode = first & 15;
        byte[] payload = payload();
        if (opcode >= CLOSE) {
          came.add(new Message(opcode, payload));
        } else {
          begun = opcode == CONTINUATION ? begun : opcode;
          whole.writeBytes(payload);
          if (first >= 0x80) {
            came.add(new Message(begun, whole.toByteArray()));
            whole.reset();
          }
        }
      }
    } catch (IOException e) {
      came.add(new Message(CLOSE, new byte[0]));
    }
  }

  private byte[] payload() throws IOException {
    int length = in.readUnsignedByte() & 127;
    long size =
        switch (length) {
          case 126 -> in.readUnsignedShort();
          case 127 -> in.readLong();
          default -> length;
        };
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes(Math.toIntExact(size));
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i & 3];
    }
    return payload;
  }

  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
