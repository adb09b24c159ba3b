package io.mashrabiya.vault.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameSealerTest {
  private static final Ed25519PrivateKey HOME = Ed25519PrivateKey.generate();
  private static final HouseholdId HOUSEHOLD =
      HouseholdId.of(Ed25519PrivateKey.generate().publicKey());
  private static final CameraId CAMERA = CameraId.random(new SecureRandom());
  private static final Kid MAIN = new Kid(1_795_000_000, Track.MAIN);
  private static final byte[] PICTURE = {1, 2, 3};

  private static FrameSealer sealer(long first) {
    return new FrameSealer(HOUSEHOLD, CAMERA, MAIN, HOME, first);
  }

  private static FrameSealer sealer() {
    return new FrameSealer(HOUSEHOLD, CAMERA, MAIN, HOME);
  }

  @Test
  void seal_framesOfAGroup_areNumberedFromZeroAndDependOnTheirKeyFrame() {
    FrameSealer sealer = sealer();
    assertThat(sealer.seal(Kind.KEY, 10, PICTURE)).matches(f -> f.number() == 0);
    assertThat(sealer.seal(Kind.DELTA, 11, PICTURE))
        .matches(f -> f.number() == 1 && f.dependency() == 0);
    assertThat(sealer.seal(Kind.KEY, 12, PICTURE))
        .matches(f -> f.number() == 2 && f.dependency() == 2);
    assertThat(sealer.seal(Kind.DELTA, 13, PICTURE))
        .matches(f -> f.number() == 3 && f.dependency() == 2);
  }

  @Test
  void seal_frame_isWhatTheEnvelopeReads() throws Malformed {
    SealedFrame sealed = sealer().seal(Kind.KEY, 10, PICTURE);
    SealedFrame read = SealedFrame.parse(sealed.envelope());
    assertThat(read).isEqualTo(sealed);
  }

  @Test
  void seal_everySize_opensToTheSamePicture() {
    FrameSealer sealer = sealer();
    FrameOpener opener =
        new FrameOpener(HOUSEHOLD, CAMERA, MAIN, sealer.baseKey(), HOME.publicKey());
    for (int size : new int[] {0, 1, 7, 8, 9, 15, 16, 17, 1000, 8192, 100_000}) {
      byte[] picture = new byte[size];
      Arrays.fill(picture, (byte) size);
      assertThat(opener.open(sealer.seal(Kind.KEY, size, picture)))
          .isInstanceOfSatisfying(
              FrameOpening.Opened.class,
              opened -> {
                assertThat(opened.picture()).isEqualTo(picture);
                assertThat(opened.captureMicros()).isEqualTo(size);
              });
    }
  }

  @Test
  void seal_pictureThatFillsTheEnvelope_isTheLargest() {
    FrameSealer sealer = sealer();
    int overhead = sealer.seal(Kind.KEY, 0, PICTURE).envelope().length - PICTURE.length;
    int fits = SealedFrame.MAX_BYTES - overhead;
    assertThat(sealer.seal(Kind.KEY, 1, new byte[fits]).envelope()).hasSize(SealedFrame.MAX_BYTES);
    assertThatThrownBy(() -> sealer.seal(Kind.KEY, 2, new byte[fits + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void seal_lastNumber_isUsedOnceAndThenNeverAgain() {
    FrameSealer sealer = sealer(SealedFrame.MAX_NUMBER);
    assertThat(sealer.seal(Kind.KEY, 1, PICTURE).number()).isEqualTo(SealedFrame.MAX_NUMBER);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> sealer.seal(Kind.KEY, 2, PICTURE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("a new epoch is due");
    }
  }

  @Test
  void seal_refusedFrame_usesNoNumber() {
    FrameSealer sealer = sealer();
    assertThatThrownBy(() -> sealer.seal(Kind.DELTA, 1, PICTURE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sealer.seal(Kind.KEY, -1, PICTURE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sealer.seal(Kind.KEY, Json.MAX_WHOLE + 1, PICTURE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(sealer.seal(Kind.KEY, Json.MAX_WHOLE, PICTURE).number()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"MAIN, SOUND", "MAIN, STILL", "SOUND, KEY", "SOUND, STILL", "STILL, KEY"})
  void seal_kindOfAnotherTrack_isRefused(Track track, Kind kind) {
    FrameSealer sealer = new FrameSealer(HOUSEHOLD, CAMERA, new Kid(1, track), HOME);
    assertThatThrownBy(() -> sealer.seal(kind, 1, PICTURE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// A home whose data folder was put back by a day makes its sealers anew, with the same KID.
  @Test
  void baseKey_sealerMadeAgainForTheSameKid_isAnother() {
    FrameSealer before = sealer();
    FrameSealer restored = sealer();
    assertThat(restored.baseKey()).isNotEqualTo(before.baseKey());
    FrameOpener opener =
        new FrameOpener(HOUSEHOLD, CAMERA, MAIN, before.baseKey(), HOME.publicKey());
    assertThat(opener.open(restored.seal(Kind.KEY, 1, PICTURE)))
        .isEqualTo(new FrameOpening.NotOpened());
  }

  @Test
  void seal_samePictureAndTimeTwice_givesOtherCiphertexts() {
    FrameSealer sealer = sealer();
    assertThat(sealer.seal(Kind.KEY, 1, PICTURE).envelope())
        .isNotEqualTo(sealer.seal(Kind.KEY, 1, PICTURE).envelope());
  }

  @Test
  void seal_manyThreadsAtOnce_neverGivesANumberTwice() {
    FrameSealer sealer = sealer();
    Set<Long> numbers = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 2_000)
        .parallel()
        .forEach(i ->
            assertThat(numbers.add(sealer.seal(Kind.KEY, i, PICTURE).number()))
                .as("a number twice")
                .isTrue());
    assertThat(numbers).hasSize(2_000).contains(0L, 1_999L);
  }

  @Test
  void toString_ofSealerOpenerAndKey_showsNoSecret() {
    FrameSealer sealer = sealer();
    FrameOpener opener =
        new FrameOpener(HOUSEHOLD, CAMERA, MAIN, sealer.baseKey(), HOME.publicKey());
    assertThat(sealer).hasToString("FrameSealer[" + CAMERA + " 1795000000/MAIN]");
    assertThat(opener).hasToString("FrameOpener[" + CAMERA + " 1795000000/MAIN]");
    assertThat(sealer.baseKey()).hasToString("BaseKey[redacted]");
  }
}
