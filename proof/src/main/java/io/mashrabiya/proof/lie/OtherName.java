package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SFrameHeader;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.util.Arrays;
import java.util.Optional;

/// A picture of the same household is handed out as one of another camera, track, epoch or number:
/// what a cache does that lost a part of its key.
final class OtherName implements Lie {
  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (Picking.isFrameForADevice(to, message) && hands.chance().oneIn(2)) {
      var like = message.frame().orElseThrow();
      Picking.often(
          hands,
          () ->
              Picking.frame(hands, one -> true)
                  .flatMap(other -> renamed(other, like))
                  .ifPresent(renamed -> {
                    hands.lied(this);
                    hands.deliver(to, renamed);
                  }));
    }
    hands.deliver(to, message);
  }

  /// The sealed part of the one under the name that follows the other's.
  private static Optional<Message> renamed(MediaMessage.Frame other, MediaMessage.Frame like) {
    SealedFrame name = like.frame();
    byte[] envelope = other.frame().envelope();
    byte[] sealed = Arrays.copyOfRange(envelope, other.frame().ciphertextOffset(), envelope.length);
    long number = name.number() + 1;
    var header = new SFrameHeader(name.kid().value(), number);
    long dependency = name.kind() == Kind.DELTA ? name.dependency() : number;
    byte[] bytes =
        new ByteWriter(SealedFrame.PREFIX_BYTES + header.sizeBytes() + sealed.length)
            .u8(name.kind().code())
            .u32(dependency)
            .put(header.bytes())
            .put(sealed)
            .finish();
    try {
      var frame = new MediaMessage.Frame(like.camera(), SealedFrame.parse(bytes));
      return Optional.of(new Message.Bytes(frame.bytes()));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }
}
