package io.mashrabiya.vault.enrol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.vault.hpke.Hpke;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.RequestHash;
import org.junit.jupiter.api.Test;

class InviteSecretsTest {
  private static final HouseholdId HOUSEHOLD = RootKey.generate().household();
  private static final RequestHash REQUEST = RequestHash.of("a request");

  private final DeviceKeys keys = DeviceKeys.generate();
  private final DeviceId device = keys.idIn(HOUSEHOLD);
  private final InviteSecret secret = InviteSecret.fresh();
  private final byte[] sealed = InviteSecrets.seal(secret, device, keys.kem().publicKey(), REQUEST);

  @Test
  void open_byTheDeviceThatAsked_isTheSecret() {
    assertThat(InviteSecrets.open(sealed, device, keys, REQUEST)).contains(secret);
  }

  @Test
  void open_byAnotherDevice_isEmpty() {
    DeviceKeys other = DeviceKeys.generate();
    assertThat(InviteSecrets.open(sealed, other.idIn(HOUSEHOLD), other, REQUEST)).isEmpty();
    assertThat(InviteSecrets.open(sealed, device, other, REQUEST)).isEmpty();
  }

  @Test
  void open_asTheAnswerToAnotherRequest_isEmpty() {
    assertThat(InviteSecrets.open(sealed, device, keys, RequestHash.of("another"))).isEmpty();
  }

  @Test
  void open_whatIsNoSecret_isEmpty() {
    byte[] info = "mashrabiya/v1/invite-secret".getBytes(US_ASCII);
    byte[] data =
        new ByteWriter(DeviceId.SIZE_BYTES + RequestHash.SIZE_BYTES)
            .put(device.bytes())
            .put(REQUEST.bytes())
            .finish();
    for (int size : new int[] {15, 17}) {
      byte[] other = Hpke.seal(keys.kem().publicKey(), info, data, new byte[size]);
      assertThat(InviteSecrets.open(other, device, keys, REQUEST)).isEmpty();
    }
    byte[] one = Hpke.seal(keys.kem().publicKey(), info, data, new byte[16]);
    assertThat(InviteSecrets.open(one, device, keys, REQUEST)).isPresent();
  }

  @Test
  void open_changedOrCut_isEmpty() {
    byte[] changed = sealed.clone();
    changed[sealed.length - 1] ^= 1;
    assertThat(InviteSecrets.open(changed, device, keys, REQUEST)).isEmpty();
    assertThat(InviteSecrets.open(new byte[0], device, keys, REQUEST)).isEmpty();
  }
}
