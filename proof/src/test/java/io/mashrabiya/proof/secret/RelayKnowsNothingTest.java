package io.mashrabiya.proof.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Phone;
import io.mashrabiya.proof.house.RelayProcess;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.sealed.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whoever takes the relay's memory and all that it wrote has no camera's name, no key and no
/// picture.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RelayKnowsNothingTest {
  private static final long CAMERA = 100;

  @TempDir private Path folder;

  @Test
  void relay_thatCarriedPairingAndPictures_holdsNoNameNoKeyAndNoPicture() throws Exception {
    try (RelayProcess relay = RelayProcess.start(folder.resolve("relay"));
        Houses house = Houses.elsewhere(relay.origin(), folder)) {
      house.waitForLink(0);
      PairingLink link = house.invite(0);
      try (Phone phone = new Phone(link)) {
        Answer.Opened opened = phone.open();
        byte[] picture = phone.sees(seen -> seen.kind() == Kind.KEY).picture();
        phone.sees(seen -> seen.kind() == Kind.STILL);
        Needles secrets = new Needles();
        Secrets all = new Secrets(secrets);
        all.ofHome(house.folder(0));
        all.ofDevice(phone.membership().keys());
        all.ofCard(opened.card(), phone.membership());
        all.ofPicture(picture);
        String url = link.url("", InsecureSecretAccess.token());
        secrets.add("invite", url.substring(url.lastIndexOf('/') + 1));
        secrets.add("camera's name", Houses.cameraName(CAMERA));
        Needles known = new Needles();
        known.add("household", house.home(0).household().toString());
        known.add("device", phone.membership().device().toString());

        byte[] heap = relay.heap();
        assertThat(known.in(heap)).containsExactlyInAnyOrder("household", "device");
        assertThat(secrets.in(heap)).isEmpty();
        assertThat(secrets.in(picture)).isNotEmpty();
        for (Path file : relay.written()) {
          assertThat(secrets.in(file)).as(file.toString()).isEmpty();
        }
      }
    }
  }
}
