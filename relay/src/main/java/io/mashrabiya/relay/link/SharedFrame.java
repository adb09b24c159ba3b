package io.mashrabiya.relay.link;

import io.mashrabiya.relay.cache.Parcel;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.jspecify.annotations.Nullable;

/// One sealed frame on its way to many viewers: written once, as a whole WebSocket message (RFC
/// 6455, section 5.2: what a server sends is not masked, so it is the same for all), into memory
/// that sockets write from, and counted, not copied, for each viewer. Netty gives up its count when
/// a write is done. (Through Vert.x each write would copy and have a header of its own.)
final class SharedFrame implements AutoCloseable {
  /// The last fragment of a binary message, which is its first too.
  private static final int WHOLE_BINARY = 0x82;

  private static final int MOST_HEADER_BYTES = 10;
  private static final int LENGTH_IN_16_BITS = 126;
  private static final int LENGTH_IN_64_BITS = 127;

  private byte @Nullable [] copied;
  private @Nullable ByteBuf bytes;

  /// The message as it goes over the line, for one more viewer; the same memory as for the viewers
  /// before, if it is the same message. Whoever gets it releases it, by writing it.
  @SuppressWarnings("ReferenceEquality") // the very array, not one like it
  ByteBuf forOne(Parcel parcel) {
    if (bytes == null || copied != parcel.message()) {
      close();
      copied = parcel.message();
      bytes = write(copied);
    }
    return bytes.retainedDuplicate();
  }

  private static ByteBuf write(byte[] message) {
    int mostBytes = MOST_HEADER_BYTES + message.length;
    ByteBuf bytes = PooledByteBufAllocator.DEFAULT.directBuffer(mostBytes, mostBytes);
    bytes.writeByte(WHOLE_BINARY);
    if (message.length < LENGTH_IN_16_BITS) {
      bytes.writeByte(message.length);
    } else if (message.length <= Character.MAX_VALUE) {
      bytes.writeByte(LENGTH_IN_16_BITS).writeShort(message.length);
    } else {
      bytes.writeByte(LENGTH_IN_64_BITS).writeLong(message.length);
    }
    return bytes.writeBytes(message);
  }

  /// Gives up the maker's own count; the memory is free when the last write is done.
  @Override
  public void close() {
    if (bytes != null) {
      bytes.release();
      bytes = null;
    }
  }
}
