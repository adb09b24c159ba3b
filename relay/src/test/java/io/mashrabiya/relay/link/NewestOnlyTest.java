package io.mashrabiya.relay.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NewestOnlyTest {
  private final HeldSocket socket = new HeldSocket();
  private final NewestOnly words = new NewestOnly(socket.channel().pipeline().lastContext());

  private static List<BinaryWebSocketFrame> messages(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new BinaryWebSocketFrame(Unpooled.buffer(4).writeInt(number)))
        .toList();
  }

  @Test
  void send_peerThatReads_getsEveryOne() {
    for (var message : messages(3)) {
      words.send(message);
      assertThat(socket.read()).isSameAs(message);
    }
  }

  @Test
  void send_peerThatDoesNotRead_getsTheFirstAndThenTheNewest() {
    var messages = messages(100);
    messages.forEach(words::send);
    assertThat(socket.waiting()).isEqualTo(1);
    assertThat(socket.read()).isSameAs(messages.getFirst());
    assertThat(socket.read()).isSameAs(messages.getLast());
    assertThat(socket.waiting()).isZero();
    assertThat(messages.subList(1, 99)).allMatch(replaced -> replaced.refCnt() == 0);
  }

  @Test
  void send_connectionThatBroke_holdsNothing() {
    var messages = messages(2);
    messages.forEach(words::send);
    socket.fail(new ClosedChannelException());
    assertThat(socket.waiting()).isZero();
    assertThat(messages.getLast().refCnt()).isZero();
  }
}
