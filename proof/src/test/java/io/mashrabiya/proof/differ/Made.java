package io.mashrabiya.proof.differ;

import io.mashrabiya.vault.card.CardOpening;
import io.mashrabiya.vault.card.KeyCards;
import io.mashrabiya.vault.hpke.Hpke;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.enrol.EnrolAnswer;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Rights;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Typ;
import io.mashrabiya.wire.statement.Version;
import java.util.List;
import java.util.stream.IntStream;

/// Good inputs of the household of the vectors, where a vector belongs to another.
final class Made {
  private static final DeviceKeys DEVICE = DeviceKeys.generate();
  private static final int KEY_BYTES = 32;

  private Made() {}

  static KeyCard card(HomeCertificate home) {
    return KeyCard.issue(
        home.household(),
        DEVICE.idIn(home.household()),
        new Version(home.serial(), 1),
        new byte[Hpke.OVERHEAD_BYTES + 2],
        Signatures.OF_THE_VECTORS.home());
  }

  static Letter letter(HomeCertificate home) {
    return Letter.write(
        Typ.DONE,
        home.household(),
        DEVICE.idIn(home.household()),
        Letter.Direction.TO_DEVICE,
        new byte[Hpke.OVERHEAD_BYTES + 2],
        Signatures.OF_THE_VECTORS.home());
  }

  static EnrolAnswer enrolAnswer(HomeCertificate home, List<String> lists) {
    MemberList list =
        lists.stream()
            .map(text -> verified(text, home))
            .filter(each -> !each.members().isEmpty())
            .findFirst()
            .orElseThrow();
    return new EnrolAnswer(
        home,
        list.members().firstKey(),
        list,
        "House",
        new Nonce(new byte[Nonce.SIZE_BYTES]),
        Terms.always(Rights.to(Right.ALL)));
  }

  private static MemberList verified(String text, HomeCertificate home) {
    try {
      return MemberList.verify(text, home).orElseThrow();
    } catch (Malformed e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// The insides of cards: without a key, with one, and with some of two cameras.
  static List<byte[]> cardKeys() {
    return IntStream.of(0, 1, 5).mapToObj(Made::keys).toList();
  }

  private static byte[] keys(int count) {
    ByteWriter writer =
        new ByteWriter(2 + count * (CameraId.SIZE_BYTES + Long.BYTES + KEY_BYTES)).u16(count);
    for (int i = 0; i < count; i++) {
      writer
          .put(new CameraId(i / 3, 7).bytes())
          .u64(new Kid(1_795_000_000L, Track.of(i % 3).orElseThrow()).value())
          .put(new byte[KEY_BYTES]);
    }
    return writer.finish();
  }

  /// What the vault makes of a card with this inside.
  static CardOpening opened(HomeCertificate home, byte[] inside) {
    var version = new Version(home.serial(), 1);
    var device = DEVICE.idIn(home.household());
    byte[] aad =
        KeyCard.additionalData(home.household(), device, version, DEVICE.kem().publicKey());
    byte[] sealed = Hpke.seal(DEVICE.kem().publicKey(), KeyCard.info(), aad, inside);
    KeyCard card =
        KeyCard.issue(home.household(), device, version, sealed, Signatures.OF_THE_VECTORS.home());
    return KeyCards.open(card, home, DEVICE);
  }
}
