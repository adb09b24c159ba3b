package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import java.util.Arrays;

/// Messages lose their ends.
final class Truncated implements Lie {
  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (!hands.chance().oneIn(5)) {
      hands.deliver(to, message);
      return;
    }
    hands.lied(this);
    hands.deliver(
        to,
        switch (message) {
          case Message.Text(String text) ->
              new Message.Text(text.substring(0, hands.chance().below(text.length() + 1)));
          case Message.Bytes(byte[] bytes) ->
              new Message.Bytes(Arrays.copyOf(bytes, hands.chance().below(bytes.length + 1)));
        });
  }
}
