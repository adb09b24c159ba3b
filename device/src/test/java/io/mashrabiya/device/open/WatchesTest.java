package io.mashrabiya.device.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.accept.Moment;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.card.KeyCards;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.letter.DeviceLetters;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.ReportReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Version;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WatchesTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);
  private static final HouseholdKeys HOUSE = HouseholdKeys.found(RootKey.generate(), NOW);
  private static final DeviceKeys PHONE = DeviceKeys.generate();
  private static final CameraId DOOR = new CameraId(1, 1);
  private static final CameraId ELSEWHERE = new CameraId(2, 2);
  private static final Kid MAIN = new Kid(10, Track.MAIN);
  private static final Kid UNREADABLE = new Kid(1, Track.MAIN);

  private final FrameSealer sealer =
      new FrameSealer(HOUSE.household(), DOOR, MAIN, HOUSE.home().sign());
  private final List<Sight> sights = new ArrayList<>();
  private final Watches watches = new Watches(HOUSE.certificate(), PHONE, sights::add);

  private void open() {
    KeyCard card =
        KeyCards.make(
            HOUSE,
            PHONE.idIn(HOUSE.household()),
            PHONE.kem().publicKey(),
            1,
            List.of(new ContentKey(DOOR, MAIN, sealer.baseKey())));
    MemberList members =
        MemberList.issue(
            HOUSE.household(),
            new Edition(new Version(HOUSE.certificate().serial(), 1), Instant.EPOCH),
            new TreeMap<>(),
            HOUSE.home().sign());
    RequestHash request =
        new DeviceLetters(PHONE, HOUSE.certificate())
            .seal(
                new Request.Household(
                    new Stamp(Nonce.random(new SecureRandom()), NOW, Edition.NONE)))
            .hash();
    var opened =
        new Answer.Opened(
            NOW, request, DOOR, card, 10, members.statement(), List.of(new TrackStart(MAIN, 0)));
    Moment asked = new Moment(Duration.ZERO, Duration.ZERO);
    watches.opened(
        Purpose.VIEW, new Correspondence.Exchange(request, asked, opened), opened, Duration.ZERO);
  }

  private void frame(CameraId camera) {
    var frame = sealer.seal(Kind.KEY, 100, new byte[] {1});
    watches.arrived(new MediaMessage.Frame(camera, frame), Duration.ZERO);
  }

  @Test
  void arrived_ofACameraThatIsLookedAt_isSeen() {
    open();
    frame(DOOR);
    assertThat(sights).singleElement().isInstanceOf(Sight.Seen.class);
  }

  @Test
  void arrived_ofACameraThatNobodyEverLookedAt_isRefused() {
    open();
    frame(ELSEWHERE);
    assertThat(sights)
        .containsExactly(new Sight.Refused(ELSEWHERE, MAIN, 0, ReportReason.NOT_OPENED));
  }

  /// What the relay had sent before it heard that the camera is closed is nobody's lie.
  @Test
  void arrived_afterTheCameraWasClosed_isDropped() {
    open();
    watches.closed(DOOR);
    frame(DOOR);
    watches.unreadable(DOOR);
    assertThat(sights).isEmpty();
    open();
    frame(DOOR);
    assertThat(sights).singleElement().isInstanceOf(Sight.Seen.class);
  }

  @Test
  void unreadable_ofACameraThatIsLookedAt_isRefusedAsMalformed() {
    open();
    watches.unreadable(DOOR);
    watches.unreadable(ELSEWHERE);
    assertThat(sights)
        .containsExactly(
            new Sight.Refused(DOOR, UNREADABLE, 0, ReportReason.MALFORMED),
            new Sight.Refused(ELSEWHERE, UNREADABLE, 0, ReportReason.NOT_OPENED));
  }
}
