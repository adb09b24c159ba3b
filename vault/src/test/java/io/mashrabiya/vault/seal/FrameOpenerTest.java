package io.mashrabiya.vault.seal;

import static io.mashrabiya.vault.Vectors.hex;
import static io.mashrabiya.vault.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.mashrabiya.vault.Vectors;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrameOpenerTest {
  static Stream<Arguments> vectors() {
    return Vectors.cases("sealed-frames", "cases");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void open_vector_givesItsOutcome(JsonObject vector) throws Malformed {
    assertThat(outcome(vector)).isEqualTo(text(vector, "outcome"));
  }

  private static String outcome(JsonObject vector) throws Malformed {
    SealedFrame frame;
    try {
      frame = SealedFrame.parse(hex(vector, "envelope"));
    } catch (Malformed e) {
      return "malformed";
    }
    return switch (opener(vector).open(frame)) {
      case FrameOpening.Opened opened -> {
        checkContent(vector, frame, opened);
        yield "opened";
      }
      case FrameOpening.NotOpened() -> "not-opened";
      case FrameOpening.Forged() -> "forged";
    };
  }

  private static FrameOpener opener(JsonObject vector) throws Malformed {
    return new FrameOpener(
        HouseholdId.parse(text(vector, "household")),
        CameraId.parse(text(vector, "camera")),
        Kid.of(vector.get("kid").getAsLong()),
        BaseKey.copyOf(hex(vector, "baseKey"), InsecureSecretAccess.token()),
        new VerifyingKey(hex(vector, "home")));
  }

  private static void checkContent(
      JsonObject vector, SealedFrame frame, FrameOpening.Opened opened) {
    assertThat(opened.captureMicros()).isEqualTo(vector.get("captureMicros").getAsLong());
    assertThat(opened.picture()).isEqualTo(hex(vector, "picture"));
    assertThat(frame.number()).isEqualTo(vector.get("number").getAsLong());
    assertThat(frame.dependency()).isEqualTo(vector.get("dependency").getAsLong());
    assertThat(frame.kind()).isEqualTo(Kind.valueOf(text(vector, "kind").toUpperCase(Locale.ROOT)));
  }

  @Test
  void open_everyByteAltered_isMalformedOrNotOpened() {
    Sealing sealing = Sealing.fresh();
    sealing.sealer.seal(Kind.KEY, 1, new byte[] {1});
    byte[] envelope = sealing.sealer.seal(Kind.DELTA, 2, new byte[] {2, 3}).envelope();
    for (int i = 0; i < envelope.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] altered = envelope.clone();
        altered[i] ^= (byte) (1 << bit);
        try {
          assertThat(sealing.opener().open(SealedFrame.parse(altered)))
              .as("byte %s bit %s", i, bit)
              .isEqualTo(new FrameOpening.NotOpened());
        } catch (Malformed expected) {
          // seen before any key was asked
        }
      }
    }
  }

  @Test
  void open_keyOfTheHomeThatIsNoPoint_isForged() {
    Sealing sealing = Sealing.fresh();
    SealedFrame frame = sealing.sealer.seal(Kind.KEY, 1, new byte[] {1});
    FrameOpener opener = sealing.opener(new VerifyingKey(new byte[32]));
    assertThat(opener.open(frame)).isEqualTo(new FrameOpening.Forged());
  }

  @Test
  void open_afterAFrameThatDidNotOpen_opensTheNext() throws Malformed {
    Sealing sealing = Sealing.fresh();
    FrameOpener opener = sealing.opener();
    SealedFrame frame = sealing.sealer.seal(Kind.KEY, 1, new byte[] {1});
    byte[] altered = frame.envelope().clone();
    altered[altered.length - 1] ^= 1;
    assertThat(opener.open(SealedFrame.parse(altered))).isEqualTo(new FrameOpening.NotOpened());
    assertThat(opener.open(frame)).isInstanceOf(FrameOpening.Opened.class);
  }

  @Test
  void toString_ofWhatOpened_showsNoPicture() {
    assertThat(new FrameOpening.Opened(5, new byte[100]))
        .hasToString("Opened[captureMicros=5, 100 bytes]");
  }

  /// A sealer and what it takes to open its frames.
  private record Sealing(
      HouseholdId household, CameraId camera, Ed25519PrivateKey home, FrameSealer sealer) {
    static Sealing fresh() {
      HouseholdId household = HouseholdId.of(Ed25519PrivateKey.generate().publicKey());
      CameraId camera = CameraId.random(new SecureRandom());
      Ed25519PrivateKey home = Ed25519PrivateKey.generate();
      return new Sealing(
          household,
          camera,
          home,
          new FrameSealer(household, camera, new Kid(1, Track.MAIN), home));
    }

    FrameOpener opener() {
      return opener(home.publicKey());
    }

    FrameOpener opener(VerifyingKey key) {
      return new FrameOpener(household, camera, sealer.kid(), sealer.baseKey(), key);
    }
  }
}
