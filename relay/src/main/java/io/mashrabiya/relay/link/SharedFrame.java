package io.mashrabiya.relay.link;

import io.mashrabiya.relay.cache.Parcel;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.jspecify.annotations.Nullable;

/// One frame on its way to many viewers: copied once into memory that sockets write from, and
/// counted, not copied, for each viewer. Netty gives up its count when a write is done. (Through
/// Vert.x each write would copy: it keeps no count of what it is given.)
final class SharedFrame implements AutoCloseable {
  private byte @Nullable [] copied;
  private @Nullable ByteBuf bytes;

  /// The message, for one more viewer; the same memory as for the viewers before, if it is the same
  /// message. Whoever gets it releases it, by writing it.
  @SuppressWarnings("ReferenceEquality") // the very array, not one like it
  ByteBuf forOne(Parcel parcel) {
    if (bytes == null || copied != parcel.message()) {
      close();
      copied = parcel.message();
      bytes = PooledByteBufAllocator.DEFAULT.directBuffer(parcel.sizeBytes(), parcel.sizeBytes());
      bytes.writeBytes(parcel.message());
    }
    return bytes.retainedDuplicate();
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
