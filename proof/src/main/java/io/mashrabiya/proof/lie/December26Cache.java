package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.link.MediaMessage;

/// A cache whose keys are wrong after an update, as that of 26 December 2019 that put strangers'
/// bedrooms on a smart display: any row of any household is handed out under the camera's id that
/// was asked for.
final class December26Cache implements Lie {
  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (!Picking.isFrameForADevice(to, message) || !hands.chance().oneIn(2)) {
      hands.deliver(to, message);
      return;
    }
    var asked = message.frame().orElseThrow().camera();
    Picking.often(
        hands,
        () ->
            Picking.frame(hands, one -> true)
                .ifPresent(row -> {
                  hands.lied(this);
                  var wrong = new MediaMessage.Frame(asked, row.frame());
                  hands.deliver(to, new Message.Bytes(wrong.bytes()));
                }));
  }
}
