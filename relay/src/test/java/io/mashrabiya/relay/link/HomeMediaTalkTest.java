package io.mashrabiya.relay.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.Neighbourhood;
import io.mashrabiya.relay.peer.Frames;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.relay.route.Deed;
import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.MediaMessage;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HomeMediaTalkTest {
  private static final Duration NOW = Duration.ZERO;

  private final Tally tally = new Tally();
  private final Switchboard board = SwitchboardTest.board(tally, KeepAlive.DEFAULT);
  private final HeldSocket socket = new HeldSocket();
  private final Line line =
      new Line(new LinkId(2), Endpoint.HOME_MEDIA, Neighbourhood.NOWHERE, socket.socket(), NOW);
  private final HomeMediaTalk talk = new HomeMediaTalk(board, line);
  private final Frames camera = Frames.of(1);

  @BeforeEach
  void letTheHomeIn() throws Exception {
    var deeds = board.routes().homeArrives(new LinkId(1), new TestHousehold().certificate(1), NOW);
    var welcome = (HomeHears.Welcome) ((Deed.TellHome) deeds.getFirst()).message();
    talk.said(new MediaMessage.Ticket(welcome.ticket()).bytes(), NOW);
  }

  private static long acknowledged(Object message) throws Exception {
    byte[] bytes = ByteBufUtil.getBytes(((BinaryWebSocketFrame) message).content());
    return ((MediaMessage.Acknowledgement) MediaMessage.parse(bytes)).frames();
  }

  @Test
  void said_framesOfAHomeThatReads_areAcknowledgedOneByOne() throws Exception {
    for (int number = 0; number < 3; number++) {
      talk.said(camera.key(number).message(), NOW);
      assertThat(acknowledged(socket.read())).isEqualTo(number + 1);
    }
  }

  @Test
  void said_framesOfAHomeThatDoesNotRead_leaveOneAcknowledgementWaiting() throws Exception {
    for (int number = 0; number < 1_000; number++) {
      talk.said(camera.key(number).message(), NOW);
    }
    assertThat(socket.waiting()).isEqualTo(1);
    assertThat(acknowledged(socket.read())).isEqualTo(1);
    assertThat(socket.waiting()).as("the home may be waiting for it").isEqualTo(1);
    assertThat(acknowledged(socket.read())).isEqualTo(1_000);
    assertThat(socket.waiting()).isZero();
  }
}
