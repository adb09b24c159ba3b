package io.mashrabiya.vault.card;

import static io.mashrabiya.vault.Vectors.hex;
import static io.mashrabiya.vault.Vectors.kem;
import static io.mashrabiya.vault.Vectors.signing;
import static io.mashrabiya.vault.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.mashrabiya.vault.Vectors;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.seal.BaseKey;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Version;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyCardsTest {
  private static final HouseholdKeys HOME =
      HouseholdKeys.found(RootKey.generate(), Instant.ofEpochSecond(1_795_000_000));
  private static final DeviceKeys DEVICE = DeviceKeys.generate();
  private static final DeviceId ID = DEVICE.idIn(HOME.household());

  static Stream<Arguments> vectors() {
    return Vectors.cases("key-cards", "cases");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void open_vector_givesItsOutcome(JsonObject vector) throws Malformed {
    assertThat(outcome(vector)).isEqualTo(text(vector, "outcome"));
  }

  private static String outcome(JsonObject vector) throws Malformed {
    JsonObject file = Vectors.file("key-cards");
    JsonObject device = file.getAsJsonObject("device");
    HomeCertificate home = HomeCertificate.verify(text(file, "certificate")).orElseThrow();
    DeviceKeys keys = new DeviceKeys(signing(device, "sign"), kem(device, "kem"));
    assertThat(keys.idIn(home.household())).hasToString(text(device, "device"));
    KeyCard card;
    try {
      card = KeyCard.parse(text(vector, "card"));
    } catch (Malformed e) {
      return "malformed";
    }
    return switch (KeyCards.open(card, home, keys)) {
      case CardOpening.Opened(Version version, List<ContentKey> content) -> {
        assertThat(version)
            .isEqualTo(new Version(home.serial(), vector.get("version").getAsLong()));
        assertThat(content).isEqualTo(contentOf(vector));
        yield "opened";
      }
      case CardOpening.NotOurs() -> "not-ours";
      case CardOpening.NotOpened() -> "not-opened";
    };
  }

  private static List<ContentKey> contentOf(JsonObject vector) {
    return StreamSupport.stream(vector.getAsJsonArray("keys").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(KeyCardsTest::keyOf)
        .toList();
  }

  private static ContentKey keyOf(JsonObject key) {
    try {
      return new ContentKey(
          CameraId.parse(text(key, "camera")),
          Kid.of(key.get("kid").getAsLong()),
          BaseKey.copyOf(hex(key, "key"), InsecureSecretAccess.token()));
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void make_keysInAnyOrder_openInTheOrderOfTheFormat() throws Malformed {
    List<ContentKey> keys = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      CameraId camera = CameraId.random(new SecureRandom());
      keys.add(key(camera, 2));
      keys.add(key(camera, 1));
    }
    List<ContentKey> ordered = keys.stream().sorted(ContentKey.ORDER).toList();
    Collections.reverse(keys);
    assertThat(KeyCards.open(made(keys), HOME.certificate(), DEVICE))
        .isEqualTo(new CardOpening.Opened(new Version(HOME.certificate().serial(), 5), ordered));
  }

  @Test
  void make_asManyKeysAsACardHolds_opens() throws Malformed {
    List<ContentKey> keys = new ArrayList<>();
    CameraId camera = CameraId.random(new SecureRandom());
    for (int epoch = 1; epoch <= CardKeys.MAX_KEYS; epoch++) {
      keys.add(key(camera, epoch));
    }
    assertThat(KeyCards.open(made(keys), HOME.certificate(), DEVICE))
        .isInstanceOf(CardOpening.Opened.class);
    keys.add(key(camera, CardKeys.MAX_KEYS + 1));
    assertThatThrownBy(() -> made(keys)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void make_oneKidTwice_isRefused() {
    ContentKey one = key(new CameraId(1, 2), 3);
    ContentKey same = key(new CameraId(1, 2), 3);
    assertThatThrownBy(() -> made(List.of(one, same))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void open_afterTheHomeGotANewCertificate_isNotOurs() throws Malformed {
    RootKey root = RootKey.generate();
    HouseholdKeys before = HouseholdKeys.found(root, Instant.ofEpochSecond(100));
    HomeCertificate after = root.certify(before.home(), 101);
    KeyCard card =
        KeyCards.make(
            before,
            DEVICE.idIn(before.household()),
            DEVICE.kem().publicKey(),
            1,
            List.of(key(new CameraId(1, 2), 3)));
    assertThat(KeyCards.open(card, before.certificate(), DEVICE))
        .isInstanceOf(CardOpening.Opened.class);
    assertThat(KeyCards.open(card, after, DEVICE)).isEqualTo(new CardOpening.NotOurs());
  }

  @Test
  void toString_ofAnOpenedCard_showsNoKey() throws Malformed {
    ContentKey key = key(new CameraId(1, 2), 3);
    String secret = secretOf(key.key().secret());
    assertThat(KeyCards.open(made(List.of(key)), HOME.certificate(), DEVICE).toString())
        .contains("redacted")
        .doesNotContain(secret);
  }

  private static KeyCard made(List<ContentKey> keys) throws Malformed {
    KeyCard card = KeyCards.make(HOME, ID, DEVICE.kem().publicKey(), 5, keys);
    return KeyCard.parse(card.statement().text());
  }

  private static ContentKey key(CameraId camera, long epoch) {
    byte[] bytes = SecretBytes.random(32).toByteArray(InsecureSecretAccess.token());
    return new ContentKey(
        camera, new Kid(epoch, Track.MAIN), BaseKey.copyOf(bytes, InsecureSecretAccess.token()));
  }

  private static String secretOf(SecretBytes secret) {
    return HexFormat.of().formatHex(secret.toByteArray(InsecureSecretAccess.token()));
  }
}
