package io.mashrabiya.relay.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.peer.Frames;
import io.netty.buffer.ByteBuf;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.buffer.BufferInternal;
import org.junit.jupiter.api.Test;

class SharedFrameTest {
  private final Frames camera = Frames.of(1);

  private static ByteBuf bytes(WebSocketFrame frame) {
    return ((BufferInternal) frame.binaryData()).getByteBuf();
  }

  @Test
  void forOne_manyViewers_shareOneMemoryThatTheLastWriteFrees() {
    var parcel = camera.key(0);
    ByteBuf first;
    try (var shared = new SharedFrame()) {
      first = bytes(shared.forOne(parcel));
      var second = bytes(shared.forOne(parcel));
      assertThat(first.isDirect()).isTrue();
      assertThat(second.unwrap().unwrap()).isSameAs(first.unwrap().unwrap());
      assertThat(first.refCnt()).isEqualTo(3);
    }
    assertThat(first.refCnt()).isEqualTo(2);
    first.release(2);
    assertThat(first.refCnt()).isZero();
  }

  @Test
  void forOne_frame_isTheMessageByteByByte() {
    var parcel = camera.delta(7, 3);
    try (var shared = new SharedFrame()) {
      var frame = shared.forOne(parcel);
      assertThat(frame.binaryData().getBytes()).isEqualTo(parcel.message());
      assertThat(frame.isFinal()).isTrue();
      bytes(frame).release();
    }
  }

  @Test
  void forOne_anotherParcel_isNotMistakenForTheFirst() {
    try (var shared = new SharedFrame()) {
      var first = shared.forOne(camera.key(0));
      var other = shared.forOne(camera.key(1));
      assertThat(other.binaryData().getBytes()).isEqualTo(camera.key(1).message());
      assertThat(first.binaryData().getBytes()).isEqualTo(camera.key(0).message());
      bytes(first).release();
      bytes(other).release();
    }
  }
}
