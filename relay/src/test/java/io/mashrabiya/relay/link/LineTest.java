package io.mashrabiya.relay.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.Neighbourhood;
import io.mashrabiya.relay.route.LinkId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineTest {
  private static final KeepAlive PATIENCE = KeepAlive.DEFAULT;
  private static final Duration PINGED = PATIENCE.pingEvery();
  private static final Duration LATE = PINGED.plus(PATIENCE.silence());

  private final HeldSocket socket = new HeldSocket();

  private Line line(Endpoint endpoint) {
    return new Line(new LinkId(1), endpoint, Neighbourhood.NOWHERE, socket.socket(), Duration.ZERO);
  }

  @Test
  void isDeaf_pingThatIsNotTaken_isAfterTheSilenceThoughItSpeaks() {
    var line = line(Endpoint.HOME_MEDIA);
    line.ping(PINGED);
    line.heard(LATE);
    assertThat(line.isSilent(PATIENCE, LATE)).isFalse();
    assertThat(line.isDeaf(PATIENCE, LATE.minusMillis(1))).isFalse();
    assertThat(line.isDeaf(PATIENCE, LATE)).isTrue();
  }

  @Test
  void isDeaf_pingThatIsTaken_isNot() {
    var line = line(Endpoint.HOME);
    line.ping(PINGED);
    socket.readPing();
    assertThat(line.isDeaf(PATIENCE, LATE)).isFalse();
    assertThat(line.isPingDue(PATIENCE, LATE)).isTrue();
  }

  @Test
  void isDeaf_viewer_isLeftToItsAcknowledgements() {
    var line = line(Endpoint.DEVICE_MEDIA);
    line.ping(PINGED);
    assertThat(line.isDeaf(PATIENCE, LATE)).isFalse();
  }

  @Test
  void ping_whileOneIsNotTaken_isNotRepeated() {
    var line = line(Endpoint.HOME);
    line.ping(PINGED);
    assertThat(line.isPingDue(PATIENCE, LATE)).isFalse();
    line.ping(LATE);
    assertThat(socket.pings()).isEqualTo(1);
    socket.readPing();
    line.ping(LATE);
    assertThat(socket.pings()).isEqualTo(2);
  }
}
