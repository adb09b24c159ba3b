package io.mashrabiya.proof.secret;

import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.vault.card.CardOpening;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.card.KeyCards;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.KeyFile;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.card.KeyCard;
import java.io.IOException;
import java.nio.file.Path;

/// Puts what nobody else may ever see among the needles.
final class Secrets {
  private static final InsecureSecretAccess ACCESS = InsecureSecretAccess.token();
  private static final int LEAST_NAL_BYTES = 12; // a shorter one would be found by chance

  private final Needles needles;

  Secrets(Needles needles) {
    this.needles = needles;
  }

  /// All private and content keys in a home's key file.
  void ofHome(Path folder) throws IOException {
    if (!(new KeyFile(folder.resolve("keys.json")).read()
        instanceof KeyFile.Reading.Held(HouseholdKeys keys))) {
      throw new IOException("no key file in " + folder);
    }
    needles.add("home's signing key", keys.home().sign().seed().toByteArray(ACCESS));
    needles.add("home's letter key", keys.home().kem().secret().toByteArray(ACCESS));
    keys.stills()
        .values()
        .forEach(still -> needles.add("still's key", still.key().secret().toByteArray(ACCESS)));
  }

  void ofDevice(DeviceKeys keys) {
    needles.add("device's signing key", keys.sign().seed().toByteArray(ACCESS));
    needles.add("device's letter key", keys.kem().secret().toByteArray(ACCESS));
  }

  /// The content keys of all cameras.
  void ofCard(KeyCard card, Membership membership) {
    if (!(KeyCards.open(card, membership.home(), membership.keys())
        instanceof CardOpening.Opened opened)) {
      throw new AssertionError("the card does not open");
    }
    for (ContentKey key : opened.keys()) {
      needles.add("content key", key.key().secret().toByteArray(ACCESS));
    }
  }

  /// Parameter sets and the beginning of the picture in an access unit in Annex B.
  void ofPicture(byte[] accessUnit) {
    int begin = 0;
    for (int i = 0; i + 3 <= accessUnit.length; i++) {
      boolean isStartCode = accessUnit[i] == 0 && accessUnit[i + 1] == 0 && accessUnit[i + 2] == 1;
      if (isStartCode) {
        nal(accessUnit, begin, i);
        begin = i + 3;
      }
    }
    nal(accessUnit, begin, accessUnit.length);
  }

  private void nal(byte[] accessUnit, int begin, int end) {
    int length = Math.min(end - begin, 64);
    if (length >= LEAST_NAL_BYTES) {
      byte[] nal = new byte[length];
      System.arraycopy(accessUnit, begin, nal, 0, length);
      needles.add("picture's unit of type " + (nal[0] & 31), nal);
    }
  }
}
