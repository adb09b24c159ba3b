package io.mashrabiya.proof.secret;

import io.mashrabiya.proof.middle.Mischief;
import io.mashrabiya.proof.middle.Passage;
import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps everything that a home says to its relay.
final class Overhears implements Mischief {
  private final List<byte[]> said = new CopyOnWriteArrayList<>();

  List<byte[]> said() {
    return said;
  }

  @Override
  public void toRelay(Passage passage, Message message) {
    if (passage.door() == Door.HOME || passage.door() == Door.HOME_MEDIA) {
      said.add(
          switch (message) {
            case Message.Text(String text) -> text.getBytes(StandardCharsets.UTF_8);
            case Message.Bytes(byte[] bytes) -> bytes;
          });
    }
    passage.toRelay(message);
  }
}
