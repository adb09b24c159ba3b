package io.mashrabiya.relay.link;

import io.mashrabiya.relay.cache.Parcel;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.buffer.BufferInternal;
import org.jspecify.annotations.Nullable;

/// One frame on its way to many viewers: copied once into memory that sockets write from, and
/// counted, not copied, for each viewer. Vert.x copies heap buffers and pooled ones for every
/// write; it passes on an unpooled direct one as it is, and Netty gives up its count when the write
/// is done.
final class SharedFrame implements AutoCloseable {
  private static final UnpooledByteBufAllocator MEMORY = new UnpooledByteBufAllocator(true, true);

  private byte @Nullable [] copied;
  private @Nullable ByteBuf bytes;

  /// The message, for one more viewer; the same one as for the viewers before. It must be written.
  @SuppressWarnings("ReferenceEquality") // the very array, not one like it
  WebSocketFrame forOne(Parcel parcel) {
    if (bytes == null || copied != parcel.message()) {
      close();
      copied = parcel.message();
      bytes = MEMORY.directBuffer(parcel.sizeBytes(), parcel.sizeBytes());
      bytes.writeBytes(parcel.message());
    }
    return WebSocketFrame.binaryFrame(BufferInternal.buffer(bytes.retainedDuplicate()), true);
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
