package io.mashrabiya.proof.middle;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.link.MediaMessage;
import java.util.HashMap;
import java.util.Map;

/// Decides itself which frames a device gets. The relay is told that each arrived, so that it goes
/// on sending whatever becomes of them.
public abstract class Feeder implements Mischief {
  private final Map<Passage, Long> sent = new HashMap<>();

  /// The relay sent a frame to a device.
  protected abstract void feed(Passage passage, Message frame);

  @Override
  public void fromRelay(Passage passage, Message message) {
    if (passage.door() != Door.DEVICE_MEDIA || !message.isFrame()) {
      passage.fromRelay(message);
      return;
    }
    long frames = sent.merge(passage, 1L, Long::sum);
    passage.toRelay(Message.of(new MediaMessage.Acknowledgement(frames)));
    feed(passage, message);
  }

  @Override
  public void toRelay(Passage passage, Message message) {
    boolean acknowledges =
        passage.door() == Door.DEVICE_MEDIA
            && message.media().orElse(null) instanceof MediaMessage.Acknowledgement;
    if (!acknowledges) {
      passage.toRelay(message);
    }
  }
}
