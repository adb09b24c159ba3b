package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.rtsp.message.RtspMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;

/// The writing half of a connection: answers on one thread, media on another, each written whole
/// under one lock.
final class ClientOutput {
  private static final int PACKET_HEADER_BYTES = 4;

  private final OutputStream stream;
  private final ReentrantLock lock = new ReentrantLock();

  ClientOutput(OutputStream stream) {
    this.stream = stream;
  }

  void message(RtspMessage message) throws IOException {
    write(message.encode(), Integer.MAX_VALUE);
  }

  /// Writes the bytes of a batch of packets.
  void batch(Batch batch) throws IOException {
    write(batch.bytes.array(), batch.bytes.position());
    batch.bytes.clear();
  }

  private void write(byte[] bytes, int length) throws IOException {
    lock.lock();
    try {
      stream.write(bytes, 0, Math.min(length, bytes.length));
    } finally {
      lock.unlock();
    }
  }

  /// Packets that go out together, each behind its channel and length (RFC 2326, section 10.12).
  /// Grows to the largest frame and is used again; owned by one thread.
  static final class Batch {
    private ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);

    void add(int channel, ByteBuffer packet) {
      int size = PACKET_HEADER_BYTES + packet.remaining();
      if (bytes.remaining() < size) {
        ByteBuffer larger =
            ByteBuffer.allocate(Math.max(bytes.capacity() * 2, bytes.position() + size));
        bytes = larger.put(bytes.flip());
      }
      bytes.put((byte) '$').put((byte) channel).putShort((short) packet.remaining()).put(packet);
    }
  }
}
