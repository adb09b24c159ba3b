package io.mashrabiya.vault.card;

import io.mashrabiya.vault.hpke.Hpke;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.statement.Version;
import java.util.Collection;
import java.util.Optional;

/// Makes and opens key cards (formats, section 5).
public final class KeyCards {
  private KeyCards() {}

  /// The keys that a device may have now, sealed to it and signed by the home.
  ///
  /// @param number rises with every card of this device under one certificate
  /// @param content at most 1,024, in any order; a KID of a camera once
  public static KeyCard make(
      HouseholdKeys home,
      DeviceId device,
      KemKey kem,
      long number,
      Collection<ContentKey> content) {
    Version version = new Version(home.certificate().serial(), number);
    byte[] sealed =
        Hpke.seal(
            kem,
            KeyCard.info(),
            KeyCard.additionalData(home.household(), device, version, kem),
            CardKeys.bytes(content));
    return KeyCard.issue(home.household(), device, version, sealed, home.home().sign());
  }

  /// Opens a card of the certified home with the device's own keys. Whether it is newer than the
  /// one that the device holds is for [io.mashrabiya.wire.statement.Version] to say.
  public static CardOpening open(KeyCard card, HomeCertificate home, DeviceKeys device) {
    DeviceId own = device.idIn(home.household());
    boolean ours =
        card.household().equals(home.household())
            && card.device().equals(own)
            && card.version().serial() == home.serial()
            && card.signedBy(home.sign());
    if (!ours) {
      return new CardOpening.NotOurs();
    }
    byte[] aad =
        KeyCard.additionalData(home.household(), own, card.version(), device.kem().publicKey());
    Optional<byte[]> plaintext = device.kem().open(KeyCard.info(), aad, card.sealed());
    try {
      return plaintext.isPresent()
          ? new CardOpening.Opened(card.version(), CardKeys.parse(plaintext.get()))
          : new CardOpening.NotOpened();
    } catch (Malformed e) {
      return new CardOpening.NotOpened();
    }
  }
}
