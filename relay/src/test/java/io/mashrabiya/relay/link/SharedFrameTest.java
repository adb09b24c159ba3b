package io.mashrabiya.relay.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.peer.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /// Netty's decoder is the judge. The header has another shape below 126 bytes, and above 65,535.
  @ParameterizedTest
  @ValueSource(ints = {90, 100, 102, 200, 65_300, 65_536, 300_000})
  void forOne_frameOfAnySize_isOneBinaryMessageForEveryDecoder(int sealedBytes) {
    var parcel = camera.sized(sealedBytes).delta(7, 3);
    try (var shared = new SharedFrame()) {
      assertThat(decoded(shared.forOne(parcel))).isEqualTo(parcel.message());
    }
  }

  @Test
  void forOne_anotherParcel_isNotMistakenForTheFirst() {
    try (var shared = new SharedFrame()) {
      var first = shared.forOne(camera.key(0));
      var other = shared.forOne(camera.key(1));
      assertThat(decoded(other)).isEqualTo(camera.key(1).message());
      assertThat(decoded(first)).isEqualTo(camera.key(0).message());
    }
  }

  /// The one message in it.
  private static byte[] decoded(ByteBuf onTheLine) {
    var viewer = new EmbeddedChannel(new WebSocket13FrameDecoder(false, false, 1 << 20));
    viewer.writeInbound(onTheLine);
    BinaryWebSocketFrame frame = viewer.readInbound();
    assertThat(frame.isFinalFragment()).isTrue();
    byte[] message = ByteBufUtil.getBytes(frame.content());
    frame.release();
    assertThat(viewer.finish()).isFalse();
    return message;
  }
}
