package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Helper;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.vault.card.CardOpening;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.card.KeyCards;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A member, present or removed, helps the relay with all its keys: it seals pictures of its own
/// under the household's content keys, and the relay hands them to the others.
final class MemberForges implements Lie {
  private static final byte[] PICTURE = new byte[28];
  private final Map<DeviceId, DeviceHears.Card> cards = new HashMap<>();

  @Override
  public void begins(Hands hands) {
    hands.memory().forEach(passed -> keep(passed.hop(), passed.message()));
  }

  private void keep(Hop to, Message message) {
    if (to.door() == Door.DEVICE
        && message.toDevice().orElse(null) instanceof DeviceHears.Card card) {
      cards.put(card.card().device(), card);
    }
  }

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    keep(to, message);
    hands.deliver(to, message);
    if (Picking.isFrameForADevice(to, message)) {
      hands
          .chance()
          .ofAny(hands.helpers())
          .flatMap(helper -> forged(helper, message.frame().orElseThrow(), hands))
          .ifPresent(forged -> {
            hands.lied(this);
            hands.deliver(to, forged);
          });
    }
  }

  private Optional<Message> forged(Helper helper, MediaMessage.Frame like, Hands hands) {
    SealedFrame name = like.frame();
    return key(helper, like)
        .flatMap(key -> {
          byte[] signature = new byte[64];
          hands.chance().fill(signature);
          try {
            SealedFrame frame =
                new MemberSeal(name.kid(), key.key())
                    .seal(
                        helper.membership().orElseThrow().household(),
                        like.camera(),
                        name.kind() == Kind.DELTA ? Kind.KEY : name.kind(),
                        name.number() + 1,
                        1_800_000_000_000_000L,
                        signature,
                        PICTURE);
            return Optional.of(
                new Message.Bytes(new MediaMessage.Frame(like.camera(), frame).bytes()));
          } catch (GeneralSecurityException | Malformed e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /// The key of that picture, if the newest card of the helper's has it.
  private Optional<ContentKey> key(Helper helper, MediaMessage.Frame like) {
    return helper
        .membership()
        .flatMap(member -> Optional.ofNullable(cards.get(member.device())))
        .flatMap(card -> open(helper, card, like));
  }

  private static Optional<ContentKey> open(
      Helper helper, DeviceHears.Card said, MediaMessage.Frame like) {
    return helper
        .membership()
        .filter(member ->
            KeyCards.open(said.card(), member.home(), helper.keys()) instanceof CardOpening.Opened)
        .flatMap(member ->
            ((CardOpening.Opened) KeyCards.open(said.card(), member.home(), helper.keys()))
                .keys().stream()
                    .filter(key ->
                        key.camera().equals(like.camera()) && key.kid().equals(like.frame().kid()))
                    .findFirst());
  }
}
