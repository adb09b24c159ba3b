package io.mashrabiya.proof.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Phone;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.sealed.Kind;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Of all that a home says through pairing, pictures, stills and a removal, nothing holds a key of
/// its key file or a content key; nor has anything that home, relay and devices write into a log at
/// any level, which holds no key of a device and no pairing secret either.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeysStayHomeTest {
  @TempDir private Path folder;

  @Test
  void home_thatPairsShowsAndRemoves_letsNoKeyOut() throws Exception {
    var overheard = new Overhears();
    try (EveryLog log = EveryLog.listen();
        Houses house = Houses.behind(overheard, folder, 1)) {
      house.waitForLink(0);
      PairingLink invite = house.invite(0);
      try (Phone stays = new Phone(invite);
          Phone goes = new Phone(house.invite(0))) {
        Answer.Opened before = stays.open();
        stays.sees(seen -> seen.kind() == Kind.STILL);
        stays.remove(goes.membership().device());
        Answer.Opened after = stays.open();
        stays.sees(seen -> seen.kid().epoch() == after.epoch());

        Needles secrets = new Needles();
        Secrets all = new Secrets(secrets);
        all.ofHome(house.folder(0));
        all.ofCard(before.card(), stays.membership());
        all.ofCard(after.card(), stays.membership());
        Needles open = new Needles();
        open.add("home's public key", stays.membership().home().sign().bytes());
        Set<String> found = new TreeSet<>();
        for (byte[] message : overheard.said()) {
          found.addAll(open.in(message));
          assertThat(secrets.in(message)).isEmpty();
        }
        assertThat(found).containsExactly("home's public key");

        all.ofDevice(stays.membership().keys());
        secrets.add(
            "pairing secret", invite.secret().secret().toByteArray(InsecureSecretAccess.token()));
        assertThat(log.text()).contains(stays.membership().device().toString());
        assertThat(secrets.in(log.bytes())).isEmpty();
      }
    }
  }
}
