package io.mashrabiya.home.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.epoch.Epoch;
import io.mashrabiya.home.ladder.Rung;
import io.mashrabiya.home.live.CameraSeal.FreshStill;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.TranscodeSettings;
import io.mashrabiya.media.worker.Conversion;
import io.mashrabiya.media.worker.Subject;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.seal.FrameOpener;
import io.mashrabiya.vault.seal.FrameOpening;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.SoundFrame;
import io.mashrabiya.wire.sealed.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CameraSealTest {
  private static final HouseholdKeys KEYS =
      HouseholdKeys.found(RootKey.generate(), Instant.ofEpochSecond(1_000));
  private static final CameraId DOOR = new CameraId(1, 1);

  private static final io.mashrabiya.media.Track PICTURES = io.mashrabiya.media.Track.MAIN;
  private static final io.mashrabiya.media.Track VOICES =
      io.mashrabiya.media.Track.sound(SoundFormat.telephone(SoundCodec.PCMA));

  private final Copies copies = new Copies();
  private final Sent sent = new Sent();
  private final CameraSeal seal =
      new CameraSeal(DOOR, KEYS, epoch(10), Optional.empty(), copies, sent);

  private static Epoch epoch(long number) {
    return new Epoch(number, Instant.EPOCH);
  }

  /// Writes down what goes out.
  private static final class Sent implements Outlet {
    private final List<SealedFrame> frames = new ArrayList<>();
    private final List<List<SealedFrame>> groups = new ArrayList<>();
    private final List<Track> dropped = new ArrayList<>();

    @Override
    public void offer(CameraId camera, SealedFrame frame) {
      frames.add(frame);
    }

    @Override
    public void restart(CameraId camera, List<SealedFrame> group) {
      groups.add(group);
    }

    @Override
    public void drop(CameraId camera, Track track) {
      dropped.add(track);
      groups.clear();
    }
  }

  private static Frame frame(boolean key, int micros) {
    return new Frame(PICTURES, micros, key, new byte[] {(byte) micros, 1, 2});
  }

  @Test
  void accept_nobodyLooks_sendsNothing() {
    seal.accept(frame(true, 1));
    assertThat(sent.frames).isEmpty();
    assertThat(seal.newestCapture()).contains(Instant.EPOCH.plusNanos(1_000));
  }

  @Test
  void lease_ofARunningCamera_sendsTheGroupAndThenEachFrame() {
    seal.accept(frame(true, 1));
    seal.accept(frame(false, 2));
    seal.lease(Set.of(Track.MAIN));
    seal.accept(frame(false, 3));
    assertThat(sent.groups.getFirst()).extracting(SealedFrame::number).containsExactly(0L, 1L);
    assertThat(sent.frames).extracting(SealedFrame::number).containsExactly(2L);
  }

  @Test
  void lease_again_sendsTheSameBytes() {
    seal.accept(frame(true, 1));
    seal.lease(Set.of(Track.MAIN));
    byte[] first = sent.groups.getFirst().getFirst().envelope();
    seal.lease(Set.of());
    seal.lease(Set.of(Track.MAIN));
    assertThat(sent.groups.getFirst().getFirst().envelope()).isEqualTo(first);
  }

  /// Whoever comes back within a group needs what was not sealed meanwhile, too, in its order.
  @Test
  void lease_againWithinAGroup_sealsWhatCameMeanwhileAndNothingTwice() {
    seal.lease(Set.of(Track.MAIN));
    seal.accept(frame(true, 1));
    seal.accept(frame(false, 2));
    byte[] second = sent.frames.getLast().envelope();
    seal.lease(Set.of());
    seal.accept(frame(false, 3));
    seal.accept(frame(false, 4));
    seal.lease(Set.of(Track.MAIN));
    List<SealedFrame> group = sent.groups.getLast();
    assertThat(group).extracting(SealedFrame::number).containsExactly(0L, 1L, 2L, 3L);
    assertThat(group).extracting(SealedFrame::kind).startsWith(Kind.KEY, Kind.DELTA);
    assertThat(group.get(1).envelope()).isEqualTo(second);
    seal.accept(frame(false, 5));
    assertThat(sent.frames.getLast().number()).isEqualTo(4);
  }

  @Test
  void lease_afterGroupsThatNobodySaw_costsNoNumberForThese() {
    seal.lease(Set.of(Track.MAIN));
    seal.accept(frame(true, 1));
    seal.lease(Set.of());
    seal.accept(frame(true, 2));
    seal.accept(frame(true, 3));
    seal.accept(frame(false, 4));
    assertThat(seal.starts(Track.MAIN).getFirst().first()).isEqualTo(1);
    seal.lease(Set.of(Track.MAIN));
    assertThat(sent.groups.getLast()).extracting(SealedFrame::number).containsExactly(1L, 2L);
    assertThat(seal.starts(Track.MAIN).getFirst().first()).isEqualTo(1);
  }

  @Test
  void begin_whileNobodyLooks_sealsTheGroupOnceSomebodyDoes() {
    seal.lease(Set.of(Track.MAIN));
    seal.accept(frame(true, 1));
    seal.lease(Set.of());
    seal.begin(seal.prepare(epoch(11)));
    assertThat(sent.groups).isEmpty();
    seal.lease(Set.of(Track.MAIN));
    assertThat(sent.groups.getLast())
        .extracting(SealedFrame::kid)
        .containsExactly(new Kid(11, Track.MAIN));
  }

  /// Half a group decodes to what no camera ever saw.
  @Test
  void lease_ofAGroupThatWasGivenUpMeanwhile_beginsWithTheNextKeyFrame() {
    seal.lease(Set.of(Track.MAIN));
    seal.accept(frame(true, 1));
    seal.lease(Set.of());
    for (int i = 2; i < 700; i++) {
      seal.accept(frame(false, i));
    }
    seal.lease(Set.of(Track.MAIN));
    assertThat(sent.groups.getLast()).isEmpty();
    seal.accept(frame(true, 700));
    assertThat(sent.frames.getLast().kind()).isEqualTo(Kind.KEY);
    assertThat(seal.starts(Track.MAIN).getFirst().first())
        .isEqualTo(sent.frames.getLast().number());
  }

  @Test
  void accept_deltaBeforeAKeyFrame_isNotSealed() {
    seal.lease(Set.of(Track.MAIN));
    seal.accept(frame(false, 1));
    assertThat(sent.frames).isEmpty();
  }

  @Test
  void begin_newEpoch_sealsTheGroupAgainUnderNewKeys() {
    seal.lease(Set.of(Track.MAIN));
    seal.accept(frame(true, 1));
    seal.accept(frame(false, 2));
    var next = seal.prepare(epoch(11));
    List<ContentKey> keys = seal.contentKeys(next);
    seal.begin(next);
    List<SealedFrame> group = sent.groups.getLast();
    assertThat(group).extracting(frame -> frame.kid().epoch()).containsExactly(11L, 11L);
    assertThat(group).extracting(SealedFrame::kind).containsExactly(Kind.KEY, Kind.DELTA);
    ContentKey main = keys.getFirst();
    FrameOpener opener =
        new FrameOpener(KEYS.household(), DOOR, main.kid(), main.key(), KEYS.certificate().sign());
    assertThat(opener.open(group.getFirst())).isInstanceOf(FrameOpening.Opened.class);
  }

  @Test
  void begin_newEpoch_oldKeysOpenNothingMore() {
    seal.lease(Set.of(Track.MAIN));
    seal.accept(frame(true, 1));
    ContentKey old = seal.contentKeys().getFirst();
    seal.begin(seal.prepare(epoch(11)));
    seal.accept(frame(false, 2));
    FrameOpener opener =
        new FrameOpener(KEYS.household(), DOOR, old.kid(), old.key(), KEYS.certificate().sign());
    assertThat(opener.open(sent.frames.getLast())).isInstanceOf(FrameOpening.NotOpened.class);
    assertThat(opener.open(sent.groups.getLast().getFirst()))
        .isInstanceOf(FrameOpening.NotOpened.class);
  }

  @Test
  void accept_tooLargeAFrame_waitsForTheNextKeyFrame() {
    seal.lease(Set.of(Track.MAIN));
    seal.accept(frame(true, 1));
    seal.accept(new Frame(PICTURES, 2, false, new byte[SealedFrame.MAX_BYTES]));
    seal.accept(frame(false, 3));
    seal.accept(frame(true, 4));
    assertThat(sent.frames).extracting(SealedFrame::kind).containsExactly(Kind.KEY, Kind.KEY);
    assertThat(seal.tooLarge()).isEqualTo(1);
  }

  @Test
  void starts_withAGroupAndAStill_namesBoth() {
    seal.lease(Set.of(Track.MAIN));
    seal.accept(frame(true, 1));
    seal.accept(frame(true, 2));
    seal.still(2, new byte[] {9});
    assertThat(seal.starts(Track.MAIN)).extracting(start -> start.first()).containsExactly(1L, 0L);
    assertThat(seal.starts(Track.MAIN).getLast().kid().track()).isEqualTo(Track.STILL);
  }

  /// Whose right begins with the new epoch gets no key that opens older stills: a relay may have
  /// kept them all.
  @Test
  void begin_withAStill_sealsItAgainAndKeepsNoOlderKey() {
    SealedFrame before = seal.still(1, new byte[] {9}).orElseThrow().frame();
    seal.begin(seal.prepare(epoch(11)));
    SealedFrame again = sent.frames.getLast();
    assertThat(again.kid()).isEqualTo(new Kid(11, Track.STILL));
    assertThat(seal.contentKeys()).extracting(key -> key.kid().epoch()).containsOnly(11L);
    assertThat(seal.starts(Track.STILL).getFirst()).isEqualTo(new TrackStart(again.kid(), 0));
    assertThat(opening(again)).isEqualTo(new byte[] {9});
    assertThat(seal.contentKeys()).noneMatch(key -> key.kid().equals(before.kid()));
  }

  @Test
  void seal_ofACameraWithAStoredStill_sealsThatAgain() {
    FreshStill stored = seal.still(1, new byte[] {9}).orElseThrow();
    var after =
        new CameraSeal(DOOR, KEYS, epoch(11), Optional.of(stored), new Copies(), new Sent());
    assertThat(after.starts(Track.STILL).getFirst().kid()).isEqualTo(new Kid(11, Track.STILL));
    assertThat(after.contentKeys()).hasSize(Track.values().length);
  }

  @Test
  void seal_ofACameraWhoseStoredStillDoesNotOpen_hasNone() {
    FreshStill stored = seal.still(1, new byte[] {9}).orElseThrow();
    var elsewhere =
        new CameraSeal(
            new CameraId(1, 2), KEYS, epoch(11), Optional.of(stored), new Copies(), sent);
    sent.frames.clear();
    elsewhere.resend();
    assertThat(sent.frames).isEmpty();
  }

  private byte[] opening(SealedFrame still) {
    ContentKey key =
        seal.contentKeys().stream()
            .filter(each -> each.kid().equals(still.kid()))
            .findFirst()
            .orElseThrow();
    var opener =
        new FrameOpener(KEYS.household(), DOOR, key.kid(), key.key(), KEYS.certificate().sign());
    return ((FrameOpening.Opened) opener.open(still)).picture();
  }

  private static Frame sound(int micros) {
    return new Frame(VOICES, micros, true, new byte[] {(byte) micros});
  }

  @Test
  void accept_soundThatNobodyListensTo_isNotEvenSealed() {
    seal.lease(Set.of(Track.MAIN));
    seal.accept(sound(1));
    assertThat(sent.frames).isEmpty();
    assertThat(seal.starts(Track.SOUND)).extracting(TrackStart::first).containsExactly(0L);
    assertThat(seal.hasSound()).isTrue();
  }

  @Test
  void lease_ofTheSound_sendsWhatIsHeardFromThen() throws Malformed {
    seal.accept(sound(1));
    seal.lease(Set.of(Track.SOUND));
    seal.accept(sound(2));
    seal.accept(frame(true, 3));
    assertThat(sent.frames)
        .singleElement()
        .satisfies(heard -> {
          assertThat(heard.kind()).isEqualTo(Kind.SOUND);
          assertThat(heard.kid()).isEqualTo(new Kid(10, Track.SOUND));
        });
    assertThat(opened(sent.frames.getFirst()).codec()).isEqualTo(SoundFrame.Codec.PCMA);
    assertThat(opened(sent.frames.getFirst()).data()).containsExactly(2);
    seal.lease(Set.of());
    seal.accept(sound(4));
    assertThat(sent.frames).hasSize(1);
    assertThat(sent.dropped).containsExactly(Track.SOUND);
    assertThat(seal.starts(Track.SOUND))
        .as("who comes next hears nothing of that")
        .extracting(TrackStart::first)
        .containsExactly(1L);
  }

  private SoundFrame opened(SealedFrame sealed) throws Malformed {
    ContentKey key =
        seal.contentKeys().stream()
            .filter(one -> one.kid().equals(sealed.kid()))
            .findFirst()
            .orElseThrow();
    FrameOpener opener =
        new FrameOpener(KEYS.household(), DOOR, key.kid(), key.key(), KEYS.certificate().sign());
    return SoundFrame.parse(((FrameOpening.Opened) opener.open(sealed)).picture());
  }

  @Test
  void begin_newEpoch_soundGoesOnUnderNewKeys() throws Malformed {
    seal.lease(Set.of(Track.SOUND));
    seal.accept(sound(1));
    seal.begin(seal.prepare(epoch(11)));
    seal.accept(sound(2));
    assertThat(sent.frames)
        .extracting(SealedFrame::kid)
        .containsExactly(new Kid(10, Track.SOUND), new Kid(11, Track.SOUND));
    assertThat(opened(sent.frames.getLast()).data()).containsExactly(2);
  }

  /// Makes copies at once, each of the same few bytes, and writes down what it was given.
  private static final class Copies implements Copier {
    private final List<Frame> taken = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private int opened;

    @Override
    public Conversion open(Subject of, TranscodeSettings settings, FrameSink into) {
      opened++;
      return new Conversion() {
        @Override
        public void join(List<Frame> group) {
          group.forEach(this::accept);
        }

        @Override
        public void accept(Frame frame) {
          taken.add(frame);
          into.accept(new Frame(PICTURES, frame.captureTimeMicros(), frame.key(), new byte[] {7}));
        }

        @Override
        public void close() {
          closed.countDown();
        }
      };
    }
  }

  /// The most that it can give to who decodes this.
  private Track most(String... decode) {
    return seal.rungs(List.of(decode)).getLast().track();
  }

  @Test
  void rungs_ofACameraWithoutASubStream_goDownToGlimpses() {
    assertThat(seal.rungs(List.of("avc1.42e01f")))
        .extracting(Rung::track)
        .containsExactly(Track.GLIMPSE, Track.LOW, Track.TRANSCODE, Track.MAIN);
  }

  @Test
  void rungs_ofACameraWithASubStream_doWithoutACopyOfThatSize() {
    seal.subStream(Optional.of(wanted -> {}));
    assertThat(seal.rungs(List.of("avc1.42e01f")))
        .extracting(Rung::track)
        .containsExactly(Track.GLIMPSE, Track.LOW, Track.SUB, Track.MAIN);
  }

  @Test
  void rungs_ofACameraThatSendsLittle_areNotMadeInItsPlace() {
    for (int i = 0; i < 4; i++) {
      seal.accept(frame(true, 1 + 1_000_000 * i)); // a few bytes a second
    }
    assertThat(seal.rungs(List.of("avc1.42e01f")))
        .extracting(Rung::track)
        .containsExactly(Track.GLIMPSE, Track.MAIN);
  }

  @Test
  void lease_ofTheLowCopy_isMadeApartFromTheSmallOne() throws Exception {
    seal.accept(frame(true, 1));
    seal.lease(Set.of(Track.LOW));
    assertThat(sent.frames).extracting(SealedFrame::kid).containsOnly(new Kid(10, Track.LOW));
    seal.lease(Set.of(Track.LOW, Track.TRANSCODE));
    assertThat(copies.opened).isEqualTo(2);
    seal.lease(Set.of());
    copies.closed.await();
    assertThat(seal.isLeased()).isFalse();
  }

  @Test
  void glimpse_whileSomebodyWaitsForIt_goesOutAloneAndIsNotKept() {
    byte[] image = {1, 2, 3};
    seal.glimpse(1, image);
    assertThat(sent.frames).as("nobody waits for it").isEmpty();
    seal.lease(Set.of(Track.GLIMPSE));
    assertThat(seal.isGlimpsed()).isTrue();
    seal.glimpse(2, image);
    assertThat(sent.frames)
        .extracting(SealedFrame::kid)
        .containsExactly(new Kid(10, Track.GLIMPSE));
    assertThat(seal.starts(Track.GLIMPSE)).hasSize(1);
    seal.lease(Set.of());
    assertThat(sent.dropped).contains(Track.GLIMPSE);
    seal.resend();
    assertThat(sent.frames).as("it is over").hasSize(1);
  }

  @Test
  void glimpsed_whileTheCopyKeepsUp_isItsNewestPicture() throws Exception {
    seal.accept(frame(true, 1));
    assertThat(seal.glimpsed()).map(Frame::captureTimeMicros).contains(1L);
    seal.lease(Set.of(Track.GLIMPSE));
    seal.accept(frame(false, 2));
    assertThat(seal.glimpsed()).map(Frame::captureTimeMicros).contains(2L);
    assertThat(sent.frames).as("the copy itself goes nowhere").isEmpty();
    seal.lease(Set.of());
    copies.closed.await();
    assertThat(seal.glimpsed()).map(Frame::captureTimeMicros).contains(1L);
  }

  @Test
  void track_viewerThatDecodesTheMainStream_getsIt() {
    assertThat(most()).as("nobody knows yet").isEqualTo(Track.MAIN);
    seal.accept(frame(true, 1));
    assertThat(most("vp8", "avc1.42e01f")).isEqualTo(Track.MAIN);
  }

  @Test
  void track_viewerThatDecodesItNot_getsTheSubStreamElseASmallCopy() {
    seal.accept(frame(true, 1));
    assertThat(most("vp8")).isEqualTo(Track.TRANSCODE);
    seal.subStream(Optional.of(wanted -> {}));
    assertThat(most("vp8")).isEqualTo(Track.SUB);
  }

  @Test
  void lease_ofTheSmallCopy_beginsWithTheGroupAndEndsWithTheLease() throws Exception {
    seal.accept(frame(true, 1));
    seal.accept(frame(false, 2));
    assertThat(copies.opened).as("nobody needs it").isZero();
    seal.lease(Set.of(Track.TRANSCODE));
    seal.accept(frame(false, 3));
    assertThat(copies.taken).extracting(Frame::captureTimeMicros).containsExactly(1L, 2L, 3L);
    assertThat(sent.frames)
        .extracting(SealedFrame::kid)
        .containsOnly(new Kid(10, Track.TRANSCODE))
        .hasSize(3);
    assertThat(copies.opened).as("once for all").isOne();
    seal.lease(Set.of());
    copies.closed.await();
    seal.accept(frame(false, 4));
    assertThat(sent.frames).hasSize(3);
    assertThat(seal.starts(Track.TRANSCODE).getFirst().first())
        .as("who comes next is not shown what is over")
        .isEqualTo(3);
  }

  @Test
  void lease_ofTheSubStream_playsItWhileItIsWanted() {
    List<Boolean> wanted = new ArrayList<>();
    seal.subStream(Optional.of(wanted::add));
    seal.acceptSub(frame(true, 1));
    seal.lease(Set.of(Track.SUB));
    seal.acceptSub(frame(true, 2));
    seal.acceptSub(sound(3));
    seal.lease(Set.of(Track.SUB));
    seal.lease(Set.of());
    seal.acceptSub(frame(true, 4));
    assertThat(wanted).containsExactly(true, false);
    assertThat(sent.frames).extracting(SealedFrame::kid).containsExactly(new Kid(10, Track.SUB));
  }

  /// A sub stream that can be counted on as long as the test says.
  private static final class Promised implements Supply {
    private final List<Boolean> wanted = new ArrayList<>();
    private boolean hopeful = true;

    @Override
    public void wanted(boolean now) {
      wanted.add(now);
    }

    @Override
    public boolean isHopeful() {
      return hopeful;
    }
  }

  private List<Long> sentCaptures() {
    return sent.frames.stream().map(this::captureMicros).toList();
  }

  private long captureMicros(SealedFrame sealed) {
    ContentKey key =
        seal.contentKeys().stream()
            .filter(one -> one.kid().equals(sealed.kid()))
            .findFirst()
            .orElseThrow();
    FrameOpener opener =
        new FrameOpener(KEYS.household(), DOOR, key.kid(), key.key(), KEYS.certificate().sign());
    return ((FrameOpening.Opened) opener.open(sealed)).captureMicros();
  }

  @Test
  void track_subStreamThatFailed_isNotChosenUntilItCanBeCountedOn() {
    var promised = new Promised();
    seal.subStream(Optional.of(promised));
    seal.accept(frame(true, 1));
    promised.hopeful = false;
    assertThat(most("vp8")).isEqualTo(Track.TRANSCODE);
    promised.hopeful = true;
    assertThat(most("vp8")).isEqualTo(Track.SUB);
    seal.subStream(Optional.empty());
    assertThat(most("vp8")).isEqualTo(Track.TRANSCODE);
  }

  @Test
  void lease_subStreamThatFails_theSmallCopyStandsInUntilItComes() throws Exception {
    var promised = new Promised();
    seal.subStream(Optional.of(promised));
    seal.accept(frame(true, 1));
    seal.lease(Set.of(Track.SUB));
    seal.accept(frame(false, 2));
    assertThat(copies.opened).as("it may come yet").isZero();
    promised.hopeful = false;
    seal.accept(frame(false, 3));
    seal.accept(frame(false, 4));
    assertThat(copies.taken).extracting(Frame::captureTimeMicros).containsExactly(1L, 2L, 3L, 4L);
    seal.acceptSub(frame(false, 5)); // depends on what nobody has
    promised.hopeful = true;
    seal.acceptSub(frame(true, 6));
    copies.closed.await();
    seal.accept(frame(false, 7));
    seal.acceptSub(frame(false, 8));
    assertThat(sentCaptures()).containsExactly(1L, 2L, 3L, 4L, 6L, 8L);
    assertThat(sent.frames).extracting(SealedFrame::kid).containsOnly(new Kid(10, Track.SUB));
    assertThat(promised.wanted).as("it is tried on").containsExactly(true);
  }

  @Test
  void lease_subStreamSilentForThreeSeconds_theSmallCopyStandsIn() {
    seal.subStream(Optional.of(new Promised()));
    seal.lease(Set.of(Track.SUB));
    seal.accept(frame(true, 1_000_000));
    seal.acceptSub(frame(true, 2_000_000));
    seal.accept(frame(true, 5_000_000));
    assertThat(copies.opened).isZero();
    seal.accept(frame(true, 5_000_001));
    assertThat(sentCaptures()).containsExactly(2_000_000L, 5_000_001L);
  }

  @Test
  void lease_subStreamThatWasHeldBack_isStoodInForUntilItIsYoung() {
    seal.subStream(Optional.of(new Promised()));
    seal.lease(Set.of(Track.SUB));
    seal.accept(frame(true, 1_000_000));
    seal.accept(frame(true, 5_000_001));
    seal.acceptSub(frame(true, 2_000_000)); // it comes now
    seal.accept(frame(false, 5_100_000));
    seal.acceptSub(frame(true, 4_000_000));
    assertThat(copies.opened).isOne();
    assertThat(sentCaptures()).containsExactly(5_000_001L, 5_100_000L, 4_000_000L);
  }

  @Test
  void lease_bothSmallerOnes_areFedByOneCopyWhileItStandsIn() throws Exception {
    seal.lease(Set.of(Track.TRANSCODE));
    seal.accept(frame(true, 1));
    seal.lease(Set.of(Track.TRANSCODE, Track.SUB)); // from when there was a sub stream
    seal.accept(frame(false, 2));
    seal.accept(frame(false, 3));
    seal.accept(frame(true, 4));
    assertThat(copies.opened).isOne();
    assertThat(sent.frames)
        .filteredOn(frame -> frame.kid().track() == Track.SUB)
        .as("from a key frame on")
        .singleElement()
        .satisfies(frame -> assertThat(captureMicros(frame)).isEqualTo(4));
    seal.lease(Set.of(Track.SUB));
    seal.accept(frame(false, 5));
    assertThat(copies.closed.getCount()).as("still needed").isOne();
    seal.lease(Set.of());
    copies.closed.await();
    seal.accept(frame(false, 6));
    assertThat(copies.taken).hasSize(5);
  }

  @Test
  void subStream_changedWhileItIsLeased_theNewOneIsWantedInPlaceOfTheOld() {
    var old = new Promised();
    var next = new Promised();
    seal.subStream(Optional.of(old));
    seal.lease(Set.of(Track.SUB));
    seal.subStream(Optional.empty());
    assertThat(old.wanted).containsExactly(true, false);
    seal.subStream(Optional.of(next));
    assertThat(next.wanted).containsExactly(true);
  }

  @Test
  void hasSound_thatEndedLongAgo_isNone() {
    seal.accept(sound(1));
    seal.accept(new Frame(PICTURES, 10_000_000, true, new byte[] {1}));
    assertThat(seal.hasSound()).isTrue();
    seal.accept(new Frame(PICTURES, 10_000_002, true, new byte[] {1}));
    assertThat(seal.hasSound()).isFalse();
  }

  @Test
  void shut_whileSomebodyLooks_letsNothingOutAnyMore() {
    seal.lease(Set.of(Track.MAIN));
    seal.accept(frame(true, 1));
    seal.still(1, new byte[] {9});
    int before = sent.frames.size();
    seal.shut();
    seal.accept(frame(true, 2));
    seal.lease(Set.of(Track.MAIN));
    seal.resend();
    assertThat(sent.frames).hasSize(before);
    assertThat(sent.groups).isEmpty();
    assertThat(seal.keyFrame()).isEmpty();
    assertThat(seal.isLeased()).isFalse();
  }

  @Test
  void shut_stillThatWaitsForTheLine_staysAtHome() {
    seal.still(1, new byte[] {9});
    seal.shut();
    assertThat(sent.dropped).contains(Track.STILL);
  }

  /// A still is made elsewhere meanwhile, which takes as long as it takes.
  @Test
  void still_thatIsReadyAfterTheShutting_isNotSealed() {
    seal.accept(frame(true, 1));
    seal.shut();
    assertThat(seal.still(1, new byte[] {9})).isEmpty();
    seal.resend();
    assertThat(sent.frames).isEmpty();
  }

  /// What is ended is ended elsewhere, and may have a picture in its hand still.
  @Test
  void copy_thatWasEnded_getsNothingOntoTheLaneOfTheNext() {
    List<FrameSink> begun = new ArrayList<>();
    CameraSeal copied =
        new CameraSeal(
            DOOR,
            KEYS,
            epoch(10),
            Optional.empty(),
            (of, settings, into) -> {
              begun.add(into);
              return copies.open(of, settings, frame -> {});
            },
            sent);
    copied.accept(frame(true, 1));
    copied.lease(Set.of(Track.TRANSCODE));
    copied.lease(Set.of());
    copied.lease(Set.of(Track.TRANSCODE));
    begun.getFirst().accept(frame(true, 1));
    assertThat(sent.frames).isEmpty();
    begun.getLast().accept(frame(true, 1));
    assertThat(sent.frames).hasSize(1);
  }
}
