package io.mashrabiya.relay.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PongsTest {
  private final HeldSocket socket = new HeldSocket();

  @BeforeEach
  void answerPings() {
    Pongs.before(socket.channel().pipeline().lastContext());
  }

  private ChannelHandlerContext decoder() {
    return socket.channel().pipeline().context(WebSocket13FrameDecoder.class);
  }

  private void comesPing(int number) {
    decoder().fireChannelRead(new PingWebSocketFrame(Unpooled.buffer(4).writeInt(number)));
  }

  private int pong() {
    return ((PongWebSocketFrame) socket.read()).content().getInt(0);
  }

  @Test
  void channelRead_pings_areAnsweredOneByOne() {
    for (int number = 0; number < 3; number++) {
      comesPing(number);
      assertThat(pong()).isEqualTo(number);
    }
  }

  @Test
  void channelRead_pingsOfAPeerThatDoesNotRead_leaveOneAnswerWaiting() {
    for (int number = 0; number < 1_000; number++) {
      comesPing(number);
    }
    assertThat(socket.waiting()).isEqualTo(1);
    assertThat(pong()).isZero();
    assertThat(pong()).isEqualTo(999);
    assertThat(socket.waiting()).isZero();
  }

  @Test
  void channelRead_anything_isHandedOnToBeCounted() {
    comesPing(1);
    assertThat(socket.channel().<Object>readInbound()).isInstanceOf(PongWebSocketFrame.class);
    decoder().fireChannelRead(new TextWebSocketFrame("a"));
    assertThat(socket.channel().<Object>readInbound()).isInstanceOf(TextWebSocketFrame.class);
    assertThat(socket.waiting()).isEqualTo(1);
  }
}
