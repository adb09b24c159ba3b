package io.mashrabiya.device.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.vault.card.CardOpening;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.seal.BaseKey;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyringTest {
  private static final CameraId DOOR = new CameraId(1, 1);

  private final Keyring keyring = new Keyring();

  private static CardOpening.Opened card(long number, long... epochs) {
    var key = BaseKey.copyOf(new byte[BaseKey.SIZE_BYTES], InsecureSecretAccess.token());
    List<ContentKey> keys =
        java.util.Arrays.stream(epochs)
            .mapToObj(epoch -> new ContentKey(DOOR, new Kid(epoch, Track.MAIN), key))
            .toList();
    return new CardOpening.Opened(new Version(1, number), keys);
  }

  @Test
  void replace_byANewerCard_holdsItsKeysAndNoOthers() {
    assertThat(keyring.replace(card(1, 10, 11))).isTrue();
    assertThat(keyring.replace(card(2, 11, 12))).isTrue();
    assertThat(keyring.of(DOOR).keySet())
        .containsExactlyInAnyOrder(new Kid(11, Track.MAIN), new Kid(12, Track.MAIN));
    assertThat(keyring.of(new CameraId(2, 2))).isEmpty();
  }

  @Test
  void replace_byAnOlderCardOrTheSame_changesNothing() {
    keyring.replace(card(2, 11));
    assertThat(keyring.replace(card(2, 12))).isFalse();
    assertThat(keyring.replace(card(1, 10))).isFalse();
    assertThat(keyring.of(DOOR).keySet()).containsExactly(new Kid(11, Track.MAIN));
  }
}
