package io.mashrabiya.home.link;

import static io.mashrabiya.home.link.TestLinks.DOOR;
import static io.mashrabiya.home.link.TestLinks.NURSERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.Eventually;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Track;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The media link against a relay that acknowledges what the test says.
class MediaLinkTest {
  private static final Ticket TICKET = Ticket.random(new SecureRandom());

  @TempDir private Path temp;
  private TestLinks house;
  private ScriptedRelay relay;
  private final Semaphore wanted = new Semaphore(0);
  private MediaLink media;
  private long captureMicros = 1_000_000;

  @BeforeEach
  void open() throws Exception {
    house = new TestLinks(temp.resolve("data"));
    relay = new ScriptedRelay();
    media =
        new MediaLink(
            relay.origin(),
            TestLinks.HTTP,
            house.outbox(),
            house.live(),
            wanted::release,
            TestLinks.PATIENT);
  }

  @AfterEach
  void close() throws Exception {
    media.close();
    relay.close();
    house.close();
  }

  private ScriptedLink started() throws Exception {
    media.start(TICKET);
    ScriptedLink line = relay.media();
    assertThat(line.takes()).isEqualTo(new MediaMessage.Ticket(TICKET));
    return line;
  }

  private void key(int sizeBytes) {
    accept(true, sizeBytes);
  }

  private void delta() {
    accept(false, 1_000);
  }

  private void accept(boolean key, int sizeBytes) {
    captureMicros += 40_000;
    house.live().seal(DOOR).accept(new Frame(Track.MAIN, captureMicros, key, new byte[sizeBytes]));
  }

  private static SealedFrame frame(ScriptedLink line) throws Exception {
    MediaMessage.Frame taken = (MediaMessage.Frame) line.takes();
    assertThat(taken.camera()).isEqualTo(DOOR);
    return taken.frame();
  }

  private void wants() throws InterruptedException {
    assertThat(wanted.tryAcquire(Eventually.GUARD.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void start_sendsWhatARelayThatKnowsNothingNeeds() throws Exception {
    key(1_000);
    delta();
    house.live().seal(NURSERY).accept(new Frame(Track.MAIN, 1, true, new byte[10]));
    house.live().seal(DOOR).still(captureMicros, new byte[100]);
    house.live().lease(Map.of(DOOR, Set.of(io.mashrabiya.wire.sealed.Track.MAIN)));
    ScriptedLink line = started();
    assertThat(List.of(frame(line), frame(line), frame(line)))
        .extracting(SealedFrame::kind)
        .containsExactlyInAnyOrder(Kind.STILL, Kind.KEY, Kind.DELTA);
    delta(); // what nobody looks at would have come before
    assertThat(frame(line).number()).isEqualTo(2);
  }

  @Test
  void frames_whileNobodyLooks_areNotSent() throws Exception {
    ScriptedLink line = started();
    key(1_000);
    delta();
    house.live().lease(Map.of(DOOR, Set.of(io.mashrabiya.wire.sealed.Track.MAIN)));
    assertThat(frame(line).number()).isZero();
    assertThat(frame(line).number()).isOne();
    house.live().lease(Map.of());
    delta();
    house.live().lease(Map.of(DOOR, Set.of(io.mashrabiya.wire.sealed.Track.MAIN)));
    assertThat(frame(line).number()).as("the group from its key frame").isZero();
  }

  /// More than the first window is under way, so nothing goes before it is acknowledged; meanwhile
  /// a newer key frame takes the place of an older one.
  @Test
  void frames_thatTheRelayDoesNotAcknowledge_waitAndGiveWayToNewerOnes() throws Exception {
    house.live().lease(Map.of(DOOR, Set.of(io.mashrabiya.wire.sealed.Track.MAIN)));
    ScriptedLink line = started();
    key(300_000);
    assertThat(frame(line).number()).isZero();
    key(1_000);
    key(1_000);
    line.acknowledges(1);
    assertThat(frame(line).number()).isEqualTo(2);
    assertThat(house.outbox().groupsSkipped()).isOne();
    assertThat(house.outbox().framesDropped()).isOne();
  }

  @Test
  void acknowledgement_ofWhatWasNeverSent_endsTheLink() throws Exception {
    ScriptedLink line = started();
    line.acknowledges(1);
    line.isEnded();
    wants();
  }

  @Test
  void words_endTheLink() throws Exception {
    ScriptedLink line = started();
    line.says("hello");
    line.isEnded();
    wants();
  }

  @Test
  void pong_isAnsweredByASignOfLife() throws Exception {
    ScriptedLink line = started();
    line.pongs();
    line.isPinged();
  }

  @Test
  void relayThatHangsUp_isSentTheNewestGroupOnTheNextLink() throws Exception {
    house.live().lease(Map.of(DOOR, Set.of(io.mashrabiya.wire.sealed.Track.MAIN)));
    ScriptedLink line = started();
    key(1_000);
    frame(line);
    line.hangsUp();
    wants();
    delta();
    assertThat(house.outbox().take()).as("kept while nobody takes it").isEmpty();
    key(1_000);
    delta();
    ScriptedLink next = started();
    assertThat(frame(next).number()).isEqualTo(2);
    assertThat(frame(next).number()).isEqualTo(3);
  }

  @Test
  void relayThatIsNotThere_isAskedForAnotherTicket() throws Exception {
    relay.close();
    media.start(TICKET);
    wants();
  }

  @Test
  void stop_endsTheLinkAndAsksForNoOther() throws Exception {
    ScriptedLink line = started();
    media.stop();
    line.isEnded();
    assertThat(wanted.availablePermits()).isZero();
  }

  @Test
  void start_again_takesThePlaceOfTheLinkBefore() throws Exception {
    house.live().lease(Map.of(DOOR, Set.of(io.mashrabiya.wire.sealed.Track.MAIN)));
    ScriptedLink first = started();
    ScriptedLink second = started();
    first.isEnded();
    key(1_000);
    assertThat(frame(second).number()).isZero();
    assertThat(wanted.availablePermits()).isZero();
  }
}
