package io.mashrabiya.relay.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.peer.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.junit.jupiter.api.Test;

class SharedFrameTest {
  private final Frames camera = Frames.of(1);

  @Test
  void forOne_manyViewers_shareOneMemoryThatTheLastWriteFrees() {
    var parcel = camera.key(0);
    ByteBuf first;
    ByteBuf second;
    try (var shared = new SharedFrame()) {
      first = shared.forOne(parcel);
      second = shared.forOne(parcel);
    }
    var memory = first.unwrap();
    assertThat(memory.isDirect()).isTrue();
    assertThat(second.unwrap()).isSameAs(memory);
    assertThat(memory.refCnt()).isEqualTo(2);
    first.release();
    assertThat(memory.refCnt()).isEqualTo(1);
    second.release();
    assertThat(memory.refCnt()).isZero();
  }

  @Test
  void forOne_frame_isTheMessageByteByByte() {
    var parcel = camera.delta(7, 3);
    try (var shared = new SharedFrame()) {
      var frame = shared.forOne(parcel);
      assertThat(ByteBufUtil.getBytes(frame)).isEqualTo(parcel.message());
      frame.release();
    }
  }

  @Test
  void forOne_anotherParcel_isNotMistakenForTheFirst() {
    try (var shared = new SharedFrame()) {
      var first = shared.forOne(camera.key(0));
      var other = shared.forOne(camera.key(1));
      assertThat(ByteBufUtil.getBytes(other)).isEqualTo(camera.key(1).message());
      assertThat(ByteBufUtil.getBytes(first)).isEqualTo(camera.key(0).message());
      first.release();
      other.release();
    }
  }
}
